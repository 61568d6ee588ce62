"""The provider ``cloudmask`` of QGIS's Processing, one file per algorithm."""
