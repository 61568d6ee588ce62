"""What the plugin does, in plain Python: no QGIS, no Qt."""
