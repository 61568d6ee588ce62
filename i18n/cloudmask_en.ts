<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AddressField</name>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Address, then Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Address of the scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Address of a GeoTIFF or STAC item (https://…), a path of GDAL (/vsis3/…), or a file or folder. Enter opens it, Esc goes back to the layers.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AdvancedGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Pixel size of the mask; coarser is faster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Further looks at each tile, turned and mirrored, whose mean counts: each adds once the time, and a little accuracy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>all cores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Processor threads that the model may use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Resolution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Further looks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>{count} further looks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>{count} threads</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CloudMask</name>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>The Python package {package}, which runs the models, is missing in QGIS's Python: press Install in the Cloud Mask panel, or install {requirement} into {folder} with pip's options --no-deps and --target.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>{path} does not exist: choose a wheel file (.whl) or its folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>QGIS's Python was not found as a program (looked for {paths}): install {package} with the program that installed QGIS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>Installing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>Trying</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>{package} was downloaded but does not run here ({reason}): install it with the program that installed QGIS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>Installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>{package} could not be installed ({reason}): see {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>{path} is not Python {wanted}, which QGIS uses: install {package} with the program that installed QGIS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>QGIS's Python has no pip: install it (on Debian and Ubuntu the package python3-pip), then press Install again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>pip could not install {package} ({reason}): check the network and the proxy in QGIS's options, or choose a downloaded wheel file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Cloud Mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The layer “{name}” is not a raster: choose a Sentinel-2 raster layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The layer “{name}” comes from a “{provider}” service that delivers pictures, not reflectance: save it as a GeoTIFF with all bands, or open the scene's file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The layer “{name}” needs a password to be read: save it as a GeoTIFF and mask that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The file {path} of the layer “{name}” no longer exists: restore it, or open the scene anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The extent cannot be expressed in the scene's coordinate system {crs}: zoom to the scene, or choose its whole extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Cloud mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>Cloud probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The result {path} was written but cannot be opened in QGIS: check that the folder is still there and readable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/plugin.py" />
            <source>Cloud Mask panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/plugin.py" />
            <source>Find clouds in a Sentinel-2 layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/plugin.py" />
            <source>Mask one scene…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/plugin.py" />
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/feedback.py" />
            <source>about {n} s left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/feedback.py" />
            <source>about {n} min left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Scene information</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>sentinel-2,metadata,bands,level,baseline,offset,scale,sun,describe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Tells what is known of a Sentinel-2 scene, and from what.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Tells what “Mask clouds” would take a scene for: sensor, level, processing baseline, bands, scale and offset, no-data value, time, sun and grid, each with where it comes from and whether it is a guess, and what looks wrong. Only samples of the pixels are read.

The results are values that a model or a script can go on with; texts are empty and numbers missing where nothing tells them. The report shows the same as a page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>HTML files (*.html)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Page to write: each value, where it comes from, how sure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Name of the scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sensor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Processing level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Processing baseline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>No-data value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Acquired (UTC)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Coordinate system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>Warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>All of it with its evidence, as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Scale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Offset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sun zenith (°)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sun azimuth (°)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Resolution (m)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Mask clouds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>sentinel-2,cloud,shadow,cirrus,haze,mask,onnx,deep learning,segmentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Finds clouds, thin clouds and cloud shadows in a Sentinel-2 scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Finds thick clouds, thin clouds and cloud shadows in a Sentinel-2 scene with a neural network, on this computer.

The scene may be a layer, a GeoTIFF, a .SAFE folder, its zip or its metadata file, a folder of band files, a STAC item, or the address of a raster. Bands, scaling, nodata, date and sun are recognised; state them under Advanced where they are not.

The mask has the values 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow and 255 no data. The numbers in the results are percents: of the area with data for the four classes, of the whole area for no data. Where the sun's angles are known, shadow is checked: how much of it no cloud can have thrown, and of how much nobody can say because its cloud may lie outside the scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>{name}, percent of the area with data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>No data, percent of the whole area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>{name}, percent of the shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Shadow without a cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Unchecked shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Shadow of terrain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Neural network to use; “default” is the one that fits most scenes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Extent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Part of the scene to mask; without it the whole scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Pixel size of the mask in metres. “native” is the scene's own; of a product it is 20 m, or its finest where that is coarser.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threshold of thick cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threshold of thin cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threshold of cloud shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Probability from which a pixel is no longer called clear. Lower finds more and errs more often.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Smallest patch (ha)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Patches of cloud or shadow smaller than this become clear, in hectares.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Buffer (m)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>By how much clouds and shadows grow over clear pixels, in metres.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Remove shadow without a cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Shadow becomes clear where no cloud can have thrown it: none lies towards the sun at a height of 0.2 to 12 km. Needs the sun's angles.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Elevations (DEM)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Raster of the ground's elevation in metres, in any coordinate system: cloud shadow becomes clear where the terrain throws a shadow itself. Needs the sun's angles.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Further looks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Look at each part again this often, turned and mirrored: steadier, and slower.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Processor threads to use; 0 is all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>GeoTIFF to write: 0 clear, 1 thick cloud, 2 thin cloud, 3 shadow, 255 no data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>GeoTIFF with the probability of each class, one band each, 250 standing for 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene.py" />
            <source>guessed, </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sentinel-2 scene: a raster layer or file with its bands, a .SAFE folder, its zip or metadata file, a folder of band files, a STAC item, or the address of a raster. Several files of one scene are named with semicolons between.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Bands in the file's order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Band of each channel, such as B02,B03,B04,B08; - leaves one out. Needed only where they are not recognised. For products: the bands to use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Reflectance = (value + offset) × scale; 0.0001 for Sentinel-2 products.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Reflectance = (value + offset) × scale; −1000 for products since 2022, 0 before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Value of pixels without data, a number or nan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>L1C (top of atmosphere) or L2A (surface), where it is not recognised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Time of acquisition, such as 2022-10-05T11:54:11Z, or the day as 2022-10-05.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Angle of the sun from overhead, in degrees; Level-1 of Landsat 8 and 9 needs it where no MTL.txt lies beside the bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Direction of the sun, in degrees clockwise from north.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Whose names, order and scaling the bands have; without it Sentinel-2, unless the file's name tells another. Of other sensors only Landsat 7 and 8 have been measured.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Date of a series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Which date of a file that holds several, such as 2018-05-03, or its number from 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Pixel size (m)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Metres of a pixel, where the file does not tell it. Buffers, areas and resolutions rest on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>“{value}” is not understood: {remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>Where from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>How sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>The report {path} cannot be written ({reason}): name another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>guessed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>from {low:g} to {high:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>of at least {low:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>{value:g} is out of range: give a number {limits}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is not in the list: give one of {list}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is no number: give one, such as 0.5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/tasks.py" />
            <source>The computer ran out of memory: close other programs or choose a smaller extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/tasks.py" />
            <source>The plugin stopped because of a mistake in it ({error}): please report it with the details from the log panel, tab “{tag}”.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CloudMaskDock</name>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Cloud mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Looking at {scene}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Looking at the scene was cancelled: press ⟳ to try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Name the file to write under Output, or choose a temporary layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>The folder {folder} does not exist: choose another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>{name} exists and will be replaced once the new mask is whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Masking clouds in {scene}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Starting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Cloud mask failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Cloud mask written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>{path} was not added, because the project was closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Add to map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Installing onnxruntime failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/extents.py" />
            <source>The map canvas does not show the scene: zoom to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/extents.py" />
            <source>No polygon is selected: select some in a polygon layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/extents.py" />
            <source>The polygons selected in “{layer}” lie outside the scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Choose a Sentinel-2 raster layer above, open a file, folder or address with …, or drop one here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>This layer cannot be masked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Looking at the scene …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>This scene was not understood.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>With your corrections.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Read from the product {name}; nothing had to be guessed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Read from the item {name}; nothing had to be guessed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Read from the scene; nothing had to be guessed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Choose a Sentinel-2 raster layer first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>The scene is being looked at; this takes a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>The scene has not been looked at yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>No model is installed: reinstall the plugin, or name a model folder in its options.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>As the scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>The scene does not tell the sun's angles: state them under “Correct …” above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Cancelling …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Mas&amp;k clouds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>The run is being stopped; this takes less than a second.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>See below what is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>See the scene's card above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Check the mask: what was guessed may be wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Cancelled. Nothing was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Done: the mask is on the map.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Takes about {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source> · about {time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Finer than the scene's own {native}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Not a multiple of the scene's own {native}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>It does not overlap the scene.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Installer</name>
        <message>
            <location filename="../cloudmask_plugin/gui/installer.py" />
            <source>Installing onnxruntime</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/installer.py" />
            <source>Starting …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/installer.py" />
            <source>The installation was cancelled.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MaskPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Ref&amp;ine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>O&amp;utput</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>&amp;Advanced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>What is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Last result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Shares of cloud and shadow will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Look at the scene again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Options of the cloud mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>&amp;Quality</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>E&amp;xtent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>{title} · about {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>No model is installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Whole scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Map canvas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Selected polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Area that is masked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Stop the run (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Make the mask (Enter)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OptionsPage</name>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Each folder in it that holds a card.json and a model.onnx is a model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>all cores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Masking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Default &amp;model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>&amp;Folder of own models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>&amp;Threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Wheels (*.whl)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>For computers without a network: the downloaded wheel of onnxruntime.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Install from &amp;wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>onnxruntime is installed: the models can run.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OutputGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Temporary layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Write the mask to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Also write the probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>One band a class beside the mask, named like it with _probabilities.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>The mask is written here; an existing file is replaced once it is whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Choose “File” to name one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RefineGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Cloud and shadow grow by this much over clear pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Smaller patches of cloud or of shadow become clear.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Thick cloud from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Thin cloud from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Cloud shadow from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Buffer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Minimum area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>thick</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>thin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>buffer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>minimum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Probability from which this class is preferred to clear: lower finds more of it, higher makes fewer mistakes.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultBar</name>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>under 1 %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>No pixel of the scene has data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>Cloud {cloud} (thick {thick}, thin {thin}), shadow {shadow}, clear {clear}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source> · temporary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>No&amp;nbsp;data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>Zoom to this mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>The layer of this mask is no longer in the project.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RuntimeHelp</name>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>Command that installs onnxruntime</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>Copy the command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>Install onnxrun&amp;time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>The Python package onnxruntime, which runs the models, is missing in QGIS's Python. Press Install to get it for this profile, or run this command yourself:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>The installation is under way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>Run the command above in the background.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SceneCard</name>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_card.py" />
            <source>Known from: {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_card.py" />
            <source>Click to correct it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_card.py" />
            <source>Correct …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_card.py" />
            <source>State what was not detected, or detected wrongly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source> (guessed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{sensor} {level}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>of unknown level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source> · baseline {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Product</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Acquired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Reflectance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Sun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>No data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{sensor} known from: {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>date unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>none recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>all 13</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{bands} ({count} of 13)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Not used: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>values as they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>mask band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>position unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{angle:.0f}° from zenith</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>in the {direction} ({angle:.0f}°)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Coordinate system without a code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>No coordinate system</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SceneChooser</name>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Choose a raster layer …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Sce&amp;ne</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Take the &amp;selected layers as one scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Select the raster layers of one scene in the layer panel first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a scene that is not loaded ({key})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a &amp;file, or the files of one scene …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a f&amp;older of a product or of bands …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open an &amp;address …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Of a GeoTIFF, a STAC item, or what GDAL opens on a network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Opened &amp;before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Scenes (*.tif *.tiff *.vrt *.jp2 *.img *.nc *.xml *.txt *.json *.zip);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a folder of a product or of bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Nothing has been opened yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>{first} and {n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>A raster layer with the bands of Sentinel-2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SceneEditor</name>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give the time as 2022-10-05T11:54:00Z or the day as 2022-10-05.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give a number, or nan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give a number above 0, for example 1/10000.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give degrees from 0 (overhead) to 90 (horizon).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give degrees clockwise from north, 0 to 360.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Product</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Sensor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Date of a series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Acquired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Reflectance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>No data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Sun zenith</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Sun azimuth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Band in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Back to what was detected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>as detected ({value})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Nothing has been corrected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Empty: as detected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>The date to mask, such as 2018-05-03, or its number from 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Only netCDF files can hold several dates, and this is none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Role of {band}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>not used</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShadowGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>Remove shadow without a cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>Elevations (DEM)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>Shadow becomes clear where no cloud lies towards the sun at a height of 0.2 to 12 km. Without this its share is told after the run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>Raster of the ground's elevation in metres: cloud shadow becomes clear where the terrain throws a shadow itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>orphan shadow removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>terrain</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
