"""Cloud Mask, a QGIS plugin that finds clouds and their shadows in Sentinel-2 scenes."""


def classFactory(iface):
    """Return the plugin; called by QGIS when it loads it."""
    from .plugin import CloudMaskPlugin

    return CloudMaskPlugin(iface)
