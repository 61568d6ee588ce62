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
        <name>Check</name>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>under 0.1 %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Loses {lost} of clear land ({lost_share}). Leaks {leaked} of the cloud ({area}; thick {thick}) and {shadow} of the shadow.
Of what stays clear, {rest} is cloud or shadow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>A step stricter: {lost} more clear land lost, {leaked} less cloud leaked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>the buffer of {metres} m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>the minimum area of {hectares} ha</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Without {parts}, which come on top.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>The two masks have no pixel in view in common.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>In view the masks agree on {agreed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>No data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>thick cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>thin cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>cloud shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>By these thresholds it is {name}; the mask differs: a buffer, the minimum area, the check of shadow or a correction changed it, or other thresholds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>A suspect: cloud counts only {share} as much here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Would be {name} with {threshold} from {at} (now {now}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Would be {name} with {threshold} only from {at} (now {now}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>No single threshold would change it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>No cloud towards the sun fits this shadow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>No shadow fits this cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>A cloud {distance} to the {side}, {height} up, fits this shadow ({share}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>A shadow {distance} to the {side} fits this cloud, {height} up ({share}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>classes in doubt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>the two masks differ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>shadow without a cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>cloud without a shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>cloud like bright ground or snow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>doubt (needs probabilities)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>disagreement (needs a second mask)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>odd shadow (needs a scene with the sun's angles)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>bright ground (needs bands B03, B08 and B11)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Not looked for: {things}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>{count} labels. Overall accuracy {value}; 95 % limits in brackets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>{name}: right {users}, found {producers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>About {count} more labels for ± {width}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Enough labels for ± {width}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CheckController</name>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Ask a pi&amp;xel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Where to look &amp;first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Suspects over time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Correct &amp;by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Meas&amp;ure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>No mask in the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>No scene in the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Choose a second mask to compare with first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Make a mask, or add one to the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>{file} written: clear {clear}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Check</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CheckKeys</name>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>overlay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>swipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>move the line of the swipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>flicker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>outline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>agreement of two masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>opacity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>hide or show the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>next band combination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>ask the pixel in the middle of the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>tile is ok</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>tile is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>skip the tile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>note on the tile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>use the pencil in the middle of the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>undo and redo corrections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>close the polygon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>take its last corner back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>give the polygon up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>point is clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>point is thick cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>point is thin cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>point is cloud shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>nobody can tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>take the last label back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>show this list</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CheckPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Strict or &amp;generous</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>As detected: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>As detected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Keys (?)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>M&amp;ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>The mask that is checked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>What the mask's values mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Sce&amp;ne</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>The image that was masked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>A second mask: right of a swipe, between flickers, in the agreement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>The probabilities that were written with the mask</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CloudMask</name>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Clear observations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Source scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Composite {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Composite {first} – {last}</source>
            <translation type="unfinished" />
        </message>
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
            <location filename="../cloudmask_plugin/processing/refine.py" />
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
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Apply a cloud mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>sentinel-2,mask,clip,nodata,cloud,shadow,scl,qa60,fmask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Writes a copy of a scene without its clouds and shadows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Writes a copy of a scene in which the pixels that a mask calls cloud or shadow have no data. All other pixels keep their values to the bit, and the copy keeps bands, data type and scaling. The mask may be one of this plugin or any classified raster, on any grid that overlaps the scene's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Mask of this plugin, or another classified raster such as SCL.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Classes to remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Classes whose pixels lose their values: thick, thin, shadow, clear.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Nodata value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Value of pixels that are removed; without it the scene's own, or one that its data type has for this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Masked scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>GeoTIFF to write, with the bands and values of the scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Removed, percent of the whole area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Removed: {share:.1%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Cloud-free composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>sentinel-2,composite,mosaic,cloud-free,best available pixel,bap,medoid,median,series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Makes one image without clouds of several scenes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Makes one image of several scenes of a place, each pixel from a scene that is clear there, and records which. Masks are made on the way, or given.

The composite has bands, data type and scaling of the first scene, so that styles and formulas go on working; offsets of different processing baselines are harmonised, and scenes on other grids are warped, which the log says. Where nothing is clear it is left empty unless something else is asked for.

The results also tell, in percent of the whole area, how much is still empty and, as JSON, how much comes from each scene and how much of it is clear.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Still empty, percent of the whole area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Number of scenes that are used somewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Method that was used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Percent from each scene, as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>Warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>date unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>is made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Scene {n}: {name}, {day}; mask: {mask}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>{name} is no series of dates: leave this empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Still empty: {share:.1%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Scenes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Scenes of one place: layers, GeoTIFFs, products, folders or addresses, one for each date. The first gives grid, bands, data type and scaling; where scenes are equally good the earlier in the list is taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Masks of this plugin in any order, which say of which scene they were made, or other classified rasters such as SCL, one for each scene in their order. A scene without a mask gets one on the way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>auto: by the number of scenes, said in the log. reference: the best scene, its holes filled from the others, matched to it. bap: the observation of the best score by distance to clouds, date, clear share and haze. medoid: the observation nearest to the median. median and p25: median and first quartile of each band. least-cloudy: the clearest scene first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Target date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Day whose look is wanted, such as 2023-07-15: scenes near it count more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Where nothing is clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>never: leave it empty. thin: take thin cloud. any: take the least bad, thin cloud before shadow before thick cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Extent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Part to composite; without it the whole of the first scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Resolution (m)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Pixel size of the composite in metres, a multiple of the first scene's. “native” is that scene's own; of a product it is 20 m, or its finest where that is coarser.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Dates of the scenes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Day of each scene in their order, where it is not recognised, such as 2023-05-01,-,2023-06-30; - leaves one as it is known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Dates of a series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Which dates of files that hold several, such as 2018-05-03,2018-05-06, or their numbers from 1: each is a scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Model of masks made on the way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Neural network to use; “default” is the one that fits most scenes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Processor threads to use; 0 is all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Weight of the distance to clouds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Of method bap: how much it counts that cloud and shadow are far, up to 3 km.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Weight of the date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Of method bap: how much it counts that the target date is near.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Weight of the clear share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Of method bap: how much it counts that the scene is clear elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Weight of haze</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Of method bap: how much it counts that a pixel has little haze.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Width of the date (days)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Days from the target date at which an observation counts 0.6 of one on the day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Doubt what other scenes contradict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Observations that a mask calls clear but two other scenes contradict come second: they are often missed cloud or shadow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>GeoTIFF to write, with the bands, data type and scaling of the first scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>GeoTIFF with the number of scenes that are clear there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>GeoTIFF with the scene of each pixel: 1 is the first, 0 none, with the dates as names of the categories. Not for median and p25, which mix scenes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>GeoTIFF with the score of each pixel; of method bap only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Dates of the masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Where masks do not tell them: one for each in their order with commas between, such as 2023-06-03,2023-06-13; - leaves one as it tells.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Classes of the masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>What the values of given masks mean. auto: as their tags, names or values tell. ours: masks of this plugin. scl: Sen2Cor's scene classification. qa60: Sentinel-2's cloud bits. fmask and kappamask: of these programs. qa_pixel: Landsat's quality bits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Values of the masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Values of other masks with their classes, such as 1=thick,2=thin,3=shadow,255=nodata; what is not listed is clear. Takes the place of the list of classes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Buffer (m)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>By how much clouds and shadows grow over clear pixels, in metres.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>{n} dates for {m} scenes: give one for each, - for one that is known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>“{value}” is not understood: {remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Accuracy of masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>accuracy,validation,confusion matrix,reference,truth,cloudsen12,boa,f1,olofsson</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Compares masks with reference rasters, points or polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Compares masks with what is really there: a reference raster for each mask, or labelled points or polygons. The report shows the confusion matrix, overall, producer's, user's and balanced accuracy, F1, F2 and IoU of each class and of cloud, shadow and invalid (both) against the rest, and maps of mask, reference and agreement.

Several masks also give the table of CloudSEN12: the median balanced accuracy over the masks, and how many have a low, middle and high producer's and user's accuracy.

Points also give the area of each class and the accuracies by area with 95 % limits (Olofsson et al. 2014). That needs points drawn at random, best so many within each class of the mask.

A reference on another grid is compared on the grid of the smaller pixels, each with the nearest of the other. Of polygons those pixels count whose centre lies inside; where polygons overlap the last one does. Scores that are undefined, as of a class that is nowhere, are shown as — and have no value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Masks of this plugin, or other classified rasters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Reference rasters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>One for each mask in the same order, or one for all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Labelled points or polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>In place of reference rasters, for all masks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Field of the class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Holds the labels; without it the only field whose values fit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Classes of the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>What values or labels of the reference mean: ours, scl, qa60, fmask, kappamask or qa_pixel, or pairs such as 1=thick,2=thin,forest=clear. Without it as tags, names or values tell; labels may be 0 to 3 or the names of the classes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>HTML files (*.html)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Page to write: matrix, scores, maps and provenance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Report as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>PDF files (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>The same page on paper.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Table of scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>CSV files (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>CSV file with a line for each class and question of each mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Overall accuracy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Pixels or points compared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>All figures, as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Masks are compared either with reference rasters or with labelled points or polygons: give one of both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>{n} references for {masks} masks: give one for each in the same order, or one for all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/example_models.py" />
            <source>Example models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/example_models.py" />
            <source>Scene to mask, polygons and parcels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/example_models.py" />
            <source>Two scenes to masks, composite and parcels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/example_models.py" />
            <source>Folder of scenes to usable dates of parcels</source>
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
            <source>Tells what “Mask clouds” would take a scene for: sensor, level, processing baseline, bands, scale and offset, nodata value, time, sun and grid, each with where it comes from and whether it is a guess, and what looks wrong. Only samples of the pixels are read.

The results are values that a model or a script can go on with; texts are empty and numbers missing where nothing tells them. The report shows the same as a page.</source>
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
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sun zenith (°)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/refine.py" />
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
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Part of the scene to mask; without it the whole scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>GeoTIFF to write: 0 clear, 1 thick cloud, 2 thin cloud, 3 shadow, 255 no data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>GeoTIFF with the probability of each class, one band each, 250 standing for 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Purpose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>What the mask is for: {list}. Values given below go before it.</source>
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
            <source>Minimum area (ha)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Areas of cloud or shadow smaller than this become clear, in hectares.</source>
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
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Pixel size of the mask in metres. “native” is the scene's own; of a product it is 20 m, or its finest where that is coarser.</source>
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
            <source>Dask scheduler</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Address of a Dask scheduler, such as tcp://host:8786, whose workers do the work; they must see the same folders. Without one this computer does it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>{name}, percent of the area with data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>No data, percent of the whole area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>{name}, percent of the shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>Shadow without a cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>Unchecked shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>Shadow of terrain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Mask a folder of scenes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>sentinel-2,batch,folder,series,time,queue,cloud,shadow,mask,cluster,dask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Masks all scenes of a folder, and goes on where it stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Masks all scenes that lie in a folder or below it: products (.SAFE, their zips), Landsat scenes, stacks of bands, and files of single bands that are named alike.

A scene that was masked before by the same model with the same values is skipped, unless its files have changed since; so an interrupted run goes on when it is started again. A scene that fails is told and stops no other. Where probabilities are kept, other thresholds, minimum areas or buffers later take seconds a scene.

Beside the masks are written: summary.csv with date, level, percents, seconds and what went wrong; the same as a layer of footprints; and for each grid a series_….vrt with a band a date. Masks that are added to the project step through time with the temporal controller.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Folder that holds the scenes, in any depth.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Only what matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Patterns below the folder with semicolons between, such as **/*_T31*.SAFE; ** stands for folders of any depth. Without one all scenes are masked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Keep probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Also write the probability of each class, so that other thresholds later need no model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Mask again what is masked already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Skip nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Add the masks to the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>As one group, each mask with the time of its scene, for the temporal controller.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Folder of the masks, the summary and the series.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Summary as a table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Summary as footprints</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Scenes masked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Scenes made from probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Scenes skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Scenes failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>None of {n} scenes could be masked; the first failed with: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>“{path}” is no folder: choose the one with the scenes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Turn a mask into polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>polygonize,vectorize,vector,outline,area,cloud,shadow,dissolve,simplify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Outlines clouds and shadows as polygons with their area.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Outlines the areas of a mask’s classes as polygons with the attributes class (code), name and hectares, in the colours of the mask.

Outlines follow the pixels, or are simplified by at most a tolerance: neighbours go on sharing their outline, so that neither gaps nor overlaps arise, and where outlines would cross they stay closer to the pixels. Hectares are those of the ellipsoid WGS 84 within the outline as it is drawn; without a coordinate system those of the map.

Areas that touch with their corners only are polygons of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Classes to outline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Classes that become polygons: thick, thin, shadow, clear.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>One feature a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>All areas of a class as one feature with many parts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Tolerance (m)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>By how much outlines may move to become simpler, in metres; 0 follows the pixels. About one pixel takes the stairs away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Smallest polygon (ha)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Smaller polygons are left out, in hectares.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Fill holes up to (ha)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Smaller holes are filled together with whatever lies in them, but for pixels without data, in hectares.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Layer to write, with its style beside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>{name} (ha)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>None is chosen: choose one or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Refine a cloud mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>sentinel-2,mask,probability,threshold,buffer,sieve,shadow,cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Makes a mask anew from stored probabilities, in seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Makes a cloud mask anew from the probabilities that “Mask clouds” has written, with other thresholds, another minimum area, another buffer, or shadow checked by the sun. The model is not run, so that it takes seconds; the mask is the one that “Mask clouds” would make with these values.

Choose what the mask is for under Purpose, or give values of your own. The numbers in the results are percents: of the area with data for the four classes, of the whole area for no data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Raster of probabilities that “Mask clouds” has written, a band a class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Suspects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Layer that “Suspects over time” has written: where it shows a score, calls of cloud count less, by up to a factor of 25 in the odds; what is cloud with more than 96 % stays cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Strength of the suspects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>How much they count: 0 not at all, 1 as Bayes' rule has it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Angle of the sun from overhead, in degrees, where the probabilities tell none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Direction of the sun, in degrees clockwise from north.</source>
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
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Suspects over time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>false alarm,commission,lagoon,roof,glacier,beach,bright,cloud frequency,time series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Finds lagoons, roofs and beaches that masks take for cloud again and again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Finds places that the masks of several dates call cloud implausibly often: lagoons, roofs, beaches, ice. “Refine a cloud mask” takes the layer as suspects, and believes calls of cloud less there.

A place is suspect where it is called cloud on days on which most of its surroundings are clear, more often than chance explains, and with the same outline each time. It is compared with the cloudiest of eight squares around it, so that mountains and coasts, where cloud really comes more often, are ordinary.

Needs masks of 8 dates or more, on any grids; the first gives that of the result. 24 dates find most, 48 nearly all. What is larger than a square cannot be told from its surroundings, nor a plume or fog that has the same outline each time from a building.

Bands of the layer: the clear days on which a suspect is called cloud in percent, 0 for ordinary places; dates with data; times thick and times thin cloud; days with little cloud around; and how many of these it is called cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Masks of one place on 8 dates or more, in any order and on any grids; the first gives that of the result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Part to look at; without it the whole of the first mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Squares around a place (km)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Side of the squares that a place is compared with, in kilometres. Suspects are smaller than that; wider squares find wider ones, and take more of a mountain for ordinary ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>GeoTIFF to write: the score and how often cloud was called.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Suspect, percent of the area with dates enough</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Suspect, hectares</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>What was found, as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is no date: give one such as 2023-07-15.</source>
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
            <source>None is given: add one or more layers, files or folders.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is neither a raster layer nor a file or folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is no number: give one, such as 0.5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Usable dates of polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>zonal statistics,parcels,fields,clear,cloud free,dates,time series,share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Tells on which dates each of your polygons is clear.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Tells for each polygon, such as your parcels, and each date which share of it is clear, thick cloud, thin cloud, shadow and without data, and so on which dates it can be used.

The layer has the polygons with their own attributes, the number of usable dates (dates_ok), the best date, its usable percentage and the mean over the dates. The table has a line for each polygon and date, the summary one for each date: how many polygons it serves.

Shares are of the whole polygon: what lies outside a mask has no data. Pixels on the edge count by the part of them that lies inside, so that polygons smaller than a pixel have a share, too. Polygons may be in any coordinate system. Of several masks of one day the one that shows most of a polygon counts. Dates are those of the masks' layers, their tags or their names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Your parcels or other polygons; only those selected, if asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Masks of the dates, in any order and on any grids.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Field that names the polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>What the table calls them; without it by their numbers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Classes that cannot be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Pixels of these classes count as lost; so do those without data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Usable from (%)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Percentage of a polygon from which a date serves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Weights of classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>How much of a pixel of a class can be used, from 0 to 1, such as thin=0.5; takes the place of the classes that cannot be used for those that are named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Usable dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Layer of the polygons to write, coloured by usable dates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Table of polygons and dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>CSV file with a line for each polygon and date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Summary by date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>CSV file with a line for each date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Polygons that no date serves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Polygons that the best date serves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Date that serves most polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>What each date does, as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>{n} dates for {masks} masks: give one for each in their order, - where it tells.</source>
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
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>Name the file to write under Output, or choose a temporary layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>The folder {folder} does not exist: choose another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Cloud mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Find clouds and their shadows in a scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Make one image without clouds of several dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>See whether a mask is good enough, and mend it</source>
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
            <source>Composite failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>The composite was cancelled; the mask is whole.</source>
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
            <location filename="../cloudmask_plugin/gui/messages.py" />
            <source>Add to map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/messages.py" />
            <source>Check it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/messages.py" />
            <source>Log</source>
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
            <source>Also make a cloud-free composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source> (+ 1 date)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source> (+ {n} more)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>A run is under way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>No other date of this place is loaded: load one, or add it in the tab Composite.</source>
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
            <source>Mas&amp;k and composite</source>
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
        <name>CompositePanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Write the composite to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>The composite is written here, clear observations and source scenes beside it; existing files are replaced once they are whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>&amp;Further options</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>O&amp;utput</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Prev&amp;iew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Take the selected scene out of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Scenes that are layers are left out by their tick.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>There is no scene to take out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Mask of {scene}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Select a scene in the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Sce&amp;nes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Look at the scenes again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Add scenes that are not loaded ({key})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Add &amp;files, one scene each …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Add a f&amp;older of a product or of bands …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Day whose look is wanted: scenes near it count more where there is a choice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Area of the composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>M&amp;ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Me&amp;thod</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Tar&amp;get date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>E&amp;xtent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Of the least bad, thin cloud comes before shadow and that before thick cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>What the values of masks of other programs mean.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Cloud and shadow of all masks grow by this much.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Where nothing is clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Mask values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Buffer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Last result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>How much comes from each scene will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Leave it empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Take thin cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Take the least bad</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>As the masks tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>buffer {metres:g} m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Whole scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Map canvas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Selected polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Of the first scene that is ticked; it gives the grid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Stop the run (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Make the composite (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Composite of what the map shows, with large pixels, within seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source> · preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source> · temporary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>mixed of all scenes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>empty {share}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Zoom to this composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>The layer of this composite is no longer in the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Make one on the way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>A composite is being made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Automatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Best scene, holes filled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Best available pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Medoid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>First quartile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Clearest scene first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The best scene stays as it is; its holes are filled from the others, matched to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Each pixel by its score: far from clouds, near the date, a clear scene, little haze.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Each pixel from the scene nearest to the median: drops what masks have missed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The median of each band: smooth, and good from about five clear dates on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The first quartile of each band: takes away haze that masks have missed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Each pixel from the clearest scene that shows it; values stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Chosen by the number of scenes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>One scene: it can only be taken as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>For {n} scenes: “{title}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The date is a guess ({source}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Mask: {mask}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>{n} of {m}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source> · masks to make: {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source> · all masks are there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source> (of this scene)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source> (covers a part)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Where it does not reach, the scene is not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The scenes are being looked at.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Load scenes of several dates, or add them with +.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Tick the scenes to use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Masks to make: {n}, which needs onnxruntime: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Cancelling …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Ma&amp;ke composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The run is being stopped; this takes less than a second.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Looking at scenes: {n} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Load scenes of several dates, add files or folders with +, or drop them here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>{text} (and {n} more, see the scenes' tooltips)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Only one scene: its clouds stay empty. Add other dates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The date of {names} is not known, so that it counts as far from the target date: type it in the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Left out, not scenes: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Preview · {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Cancelled. Nothing was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Preview: what the map shows, at {metres}. Not kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Masks of such large pixels are rough: zoom in to see more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Done: the composite is on the map.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Check it: some scenes have warnings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Tick the scenes to use. The first gives grid, bands and scaling.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Day of acquisition; double-click to state it. A guess is in italics.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Processing level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Share of the extent that is clear: measured in a run or, in italics, read off a loaded mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Share of the last composite that is from the scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Scenes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CompositeTab</name>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Preview of a composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Making a composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Starting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>{name} exists and will be replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Looking at scenes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>{name} does not overlap the extent in {first}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Add scenes, a file each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Scenes (*.tif *.tiff *.vrt *.jp2 *.img *.xml *.txt *.json *.zip);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Add a folder of a product or of bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Composite failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Composite written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>{path} was not added, because the project was closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Preview: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Composite</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CorrectPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Selected pixels become {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source> px</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>brush </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Radius of the brush in pixels of the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source> %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>flood ± </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>How far the probability may be from that of the pixel clicked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Take the last correction back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Do it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Save as a new vers&amp;ion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Export patches for training …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Selected pixels become</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Saving {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Exporting patches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Folder of the patches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>{count} patches written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Copying the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>{name} written; the original stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Choose a mask first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>The map shows thresholds that are only tried: write that mask first (Strict or generous, Apply), or press Back there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Save corrections first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Choose the scene first: patches hold its bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Bands and labels of 509 × 509 pixels, in CloudSEN12’s folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Choose a pencil; a copy is corrected, never the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Copying the mask …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Corrections: {count} ({pixels} pixels).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Not saved yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Saving …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Brush</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Paint with the mouse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Lasso</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Draw around what is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Polygon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Click corners; right click or Enter closes, Backspace takes one back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Flood</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Click: all that is connected and of like probability</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>No mask is named: name one or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Masks are compared either with reference rasters or with labelled points or polygons: name one of both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{references} references are named for {masks} masks: name one for each mask in the same order, or one for all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{path} holds the labels themselves: choose another name for the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Features without a label, left out: {unlabelled}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Comparing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Nothing could be compared: where the reference has labels no mask has data; check that they belong together, and what the values of both mean.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>SHA-256 of the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{path} and {path2} do not overlap: name a reference of the same place for each mask, in the same order.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>{lacking} has no coordinate system and the other has one: assign it the one that its coordinates are in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Polygons outside {name}: {windows}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Points outside {name}: {inside}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>The pixels of {path} do not coincide with those of {path2}, and without a coordinate system neither can be warped: assign one, or cut both alike.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{path} cannot be warped to {path2}, whose grid is turned: warp one of them yourself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{name} lies on another grid and is compared on that of {name2}, each pixel with the nearest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>No feature of {labels} lies on {mask}: check the coordinate systems of both, or name labels of the mask's place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Both clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Both masked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Only the first masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Only the second masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Cloud in one, shadow in the other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/area_estimation.py" />
            <source>The wanted half-width is {half_width}: give a share between 0 and 1, such as 0.02.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/area_estimation.py" />
            <source>A half-width of {half_width} would need more than {MOST_POINTS} points: give a larger one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/area_estimation.py" />
            <source>The areas of the strata are {areas}: give one number, 0 or more, for each of the {table} classes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/area_estimation.py" />
            <source>All strata have an area of 0: give the areas of the map's classes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Coastal aerosol</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Green</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Red</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Red edge 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Red edge 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Red edge 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>NIR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Narrow NIR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Water vapour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Cirrus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>SWIR 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>SWIR 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>coastal aerosol</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>near infrared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>narrow nir</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>water vapour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the order of the 13 bands of Level-1C</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the order of the 12 bands of Level-2A</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the usual order of the ten land bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the usual order of six bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the usual order blue, green, red, NIR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the usual order red, green, blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/classes.py" />
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/classes.py" />
            <source>Thick cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/classes.py" />
            <source>Thin cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/classes.py" />
            <source>Cloud shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>Masking on the cluster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Python package distributed is missing or does not load ({error}): install it with pip install "dask[distributed]" into the Python that runs this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>{address} is no address of a Dask scheduler: give one such as tcp://host:8786.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>Sending large graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask scheduler at {address} was lost: start it again and run this again; scenes that are finished are not masked again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>A worker lacks a package ({error}): install this program there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>Each worker that worked on it was lost: look into their logs, and give them more memory or a smaller tile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The worker stopped because of a mistake ({error}): please report it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>Connecting to the cluster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask scheduler at {address} cannot be reached ({error}): check its address, and that it runs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>{facts} worker{facts2} at {address}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>No worker has joined {address} yet: the work waits for one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask {who} lacks a package ({told}): install this program there with pip, as docs/cluster.md describes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask {who} cannot mask: {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask {who} does not answer ({told}): restart it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask {who} has version {told} of this program and not {version}: install the same version everywhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composer.py" />
            <source>There is no method {method}: there are {METHODS}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composer.py" />
            <source>There is no fallback {fallback}: there are {FALLBACKS}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite.py" />
            <source>The weight of {name} is {value}: give 0 or a positive number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite.py" />
            <source>There is no weight {key}: there are {terms}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite.py" />
            <source>one scene can only be taken as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite.py" />
            <source>the best of {scenes} scenes, its holes filled from the others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_files.py" />
            <source>Clear observations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_files.py" />
            <source>Source scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_files.py" />
            <source>Composite of {used} scenes, {method}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>No scene is named: name one or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>There is no method {method}: there are {AUTO}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>The mask buffer is {buffer}: give 0 or a positive number of metres.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The date's width is {sigma}: give a number of days above 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>tile is {tile}: give {SMALLEST_TILE} to {UNIT} pixels, or 0 to have it chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>{name} does not overlap the result and is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>No scene overlaps the extent: give it in the first scene's coordinate system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>Not all scenes have {left_out}: left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The scenes are of {known}, which look different by what the air adds: better take one level.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>Values of type {dtype} become float32.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The date of {unknown} is not known, so that it counts as far from {target_date}: state it if it matters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The scenes have no band in common ({names}): state their bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The target date {text} is no date: give it like 2023-07-15.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The method {method} mixes scenes, so that no pixel is from one of them: choose another method, or leave the source index out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The method {method} has no score: choose bap, or leave the score out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>{path} is one of the scenes or masks: choose another name for the result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>Two results have one name: give each its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Compositing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>scene-{number}.tif</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Reading the scenes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>made by {models}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Warped to the first scene's grid: {warped}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Their masks lie elsewhere, so that nothing is taken of: {bare}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>The reference is {labels}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Too little is clear both there and in the reference to match them: {alone}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/consequences.py" />
            <source>The strictness is {steps}: give a number from {STRICTEST} to {STRICTEST2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/dated_masks.py" />
            <source>{dates} dates are stated for {masks} masks: state one for each in their order, or none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/dated_masks.py" />
            <source>The date {text} is not understood: give year, month and day such as 2022-10-05.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/dated_masks.py" />
            <source>{name} tells no date: it is listed by its name; state the dates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/dated_masks.py" />
            <source>{name}: {day}, guessed from the name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>No file is named: name the scene's file, folder or product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <location filename="../cloudmask_plugin/engine/images.py" />
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>stated by the user</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>No band of {location} has a role: state the bands, at least red, green and blue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>Which band is which was guessed ({source}): correct it if it is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>{name} holds one date, and {step}, which was stated, is not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>The scene is one of {title} ({source}): its bands stand for Sentinel-2's; check the mask with care.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>{location} has {role} twice ({name}, {name2}): name the files of one scene, or leave only those in the folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>{location} has {role} twice ({name}, {name2}): state which band is which.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>The bands of {location} differ in size and have no position ({name}, {name2}): give them one, or choose bands of one size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>The bands of {location} lie in different coordinate systems ({name}, {name2}): warp them to one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>date in the series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>tag {FILE_TIME}, which may be when the file was written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <location filename="../cloudmask_plugin/engine/images.py" />
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>nothing tells it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/elevation.py" />
            <source>The scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/elevation.py" />
            <source>{unplaced} has no coordinate system, so that elevations cannot be laid under the scene: assign it one, or leave the elevations out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/elevation.py" />
            <source>{path} does not overlap the scene: choose elevations of the same place, or none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/ground_area.py" />
            <source>The grid reaches beyond the poles or the date line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>The folder {folder} cannot be read ({strerror}): check that you may read it and that its disk is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>The files are of different products ({products}): choose files of one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{name} has no image of {absent}: leave them out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>product files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{folder} holds no file whose name tells its band: name the files like B02.tif or choose a product's folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{name} is one band; the {images} files beside it that are named alike were taken as the other bands of the scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>file names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>variable names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{location} has no variable named like a band: choose a file with variables such as B02, or convert it to GeoTIFF.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{location} is a container without bands of its own: choose one of its layers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{name} is an 8-bit picture of the product {name2}, whose bands lie beside it: choose the product for a better mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>band descriptions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>band tag {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>file name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{path} holds complex numbers, as radar images do, and no reflectance: choose an optical scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{text} is no Sentinel-2 band: use B01 to B12 or B8A, - for a band to leave out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{stated} bands are named, but {locations} has {images}: name the band of each in the file's order, - for one to leave out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>the order of bands of {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>colour interpretation red, green, blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>Nothing tells which of the {plain} bands of {path} is which: state them in the file's order, for example B02,B03,B04,B08.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{path} has {count} bands, of which {index} is none, as the item states: choose the files of the scene themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/inference.py" />
            <source>The Python package onnxruntime is missing or does not load ({error}): install it from the Cloud Mask dock or options page, or with pip into QGIS's Python.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/inference.py" />
            <source>{network_path} cannot be loaded by onnxruntime {version__} ({error}): update onnxruntime or the model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/inference.py" />
            <source>{network_path} has the inputs {names} instead of reflectance and presence: see models/README.md.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>Beside {path} lies no band's image (…_B2.TIF): only metadata was fetched; fetch the whole product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{path} holds {scenes} scenes of Landsat: choose one of their files {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{location} is no metadata of a Landsat product: fetch that file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{location} is cut short: fetch that file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{name} holds no band that is like one of Sentinel-2's: fetch all bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{name} does not name REFLECTANCE_MULT and REFLECTANCE_ADD of all bands: scale and offset are those usual for {title}; check them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{name} is of the sensor {stated}, which lacks bands that a mask needs: choose a scene of OLI, ETM+ or TM.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/map_view.py" />
            <source>{path} holds no class probabilities ({count} bands of {dtypes}; {CLASSES} of uint8 with {PROBABILITY_STEPS} for 1 are expected): mask the scene with probabilities, and choose the file written then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>No class is named that is to be removed: name one or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>Masking out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>{name} lies elsewhere than {name2}: name this scene's mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>{name} holds values of type {dtype}, which cannot be written: convert it to float32 first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>The nodata value {value} is none that {dtype} can hold: give a whole number from {min} to {max}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>{output} is the scene or the mask itself: choose another name for the copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_assignment.py" />
            <source>There are {masks} masks for {specs} scenes: give one for each, in the order of the scenes, or masks of this plugin that name their scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_assignment.py" />
            <source>{name} was made of {name2}, but stands in the place of {name3}: give the masks in the order of the scenes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_check.py" />
            <source>{path} does not lie on the pixels of {path2}: choose the probabilities that were written with this mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>Copying the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>{code} is no class: give one of {CODES}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>{path} is the mask itself: choose another name for the new version.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <location filename="../cloudmask_plugin/engine/mask_writing.py" />
            <source>Cloud mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>Saving corrections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>corrected from {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>Looking for scenes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>The scenes are fewer than the workers: each is masked by all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>{found} scene{found2} found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>{text}, {done} of them skipped: masked already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>Passed over, for they are no scenes: {names}{more}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>The folder {path} cannot be made ({strerror}): name a folder whose parent is there and can be written to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>{width} × {height} pixels of {width2} × {height2} m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>SHA-256 of the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>SHA-256 of the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>Corrected by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>Written by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>Cloud Mask {made_by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_refining.py" />
            <source>{output} holds the probabilities: choose another name for the mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_refining.py" />
            <source>{path} holds no probabilities of this program, four bands ({names}) of 8 bits with the scale 0.004: name the file that masking writes as its probabilities.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>Cloud Mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>Sen2Cor's scene classification (SCL)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>Sentinel-2's cloud bits (QA60)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>Landsat's quality bits (QA_PIXEL)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>There is no class {args}: there are {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>tags of this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>its name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>its values are 0 to 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_writing.py" />
            <source>The direction of the sun over {name} is not known, by which shadow is checked: state it (--sun-zenith and --sun-azimuth, or SUN_ZENITH and SUN_AZIMUTH).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_writing.py" />
            <source>Checking shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{folder} is no model: it has no {CARD_NAME}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{path} is no valid JSON ({error}): install the model again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{path} lacks or misuses a field ({error}): see models/README.md for its form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>No model is installed: install the plugin again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>There is no model {model}: installed are {id}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>The model {model} is another here than where the run was started: install the same version of the program on all computers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>that is the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{network_path} is missing: install the model {id} again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{network_path} is not the file that its card describes (sha256 differs): install the model {id} again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{title} needs {absent}, which {name} does not have (found: {roles}): state the bands or use another layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{title} does not make cloud masks: choose another model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{title} was trained on pixels of {low} to {high} m, not {resolution} m: check the mask with care.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{title} was trained on {levels}, not {value}: check the mask with care.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/patch_export.py" />
            <source>Nothing was corrected yet: correct the mask first, then export it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/patch_export.py" />
            <source>The folder {root} cannot be made ({error}): choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/patch_export.py" />
            <source>Exporting patches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/patch_export.py" />
            <source>{path} cannot be written ({error}): choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>tta is {tta}: give a number from 0 to {MAX_LOOKS}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>threads is {threads}: give 0 for all cores, or a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>tile is {tile}: give at least 64 pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>Masking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>{path} is the scene itself: choose another name for the result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>{output} is named for both mask and probabilities: give two names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pixel_size.py" />
            <source>The pixel size is {pixel_size}: give a number of metres above 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pixel_size.py" />
            <source>{name} has no coordinate system: its coordinates were taken as degrees, a pixel as {units} m; state the pixel size if it is another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pixel_size.py" />
            <source>{name} does not tell how large its pixels are: a pixel was taken as {guess} m; state the pixel size if it is another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>{name} was taken as {title} ({source})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>{said}: state the mask classes if it is another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>{name} has no {role}: leave that band out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>The pixels of {name} do not coincide with those of the first scene, and without a coordinate system it cannot be warped to them: assign one, or cut both alike.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>{name} cannot be warped to the first scene, whose grid is turned: put a scene with north up first, or warp it yourself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>With scale {scale} and offset {offset}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} the median reflectance would be {middle}, which no surface has: for Sentinel-2 digital numbers state scale 0.0001.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} the median reflectance would be {middle}, below zero: the offset seems to be applied already; state offset 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} hardly any reflectance would exceed 0.01, darker than any scene: the values seem to be reflectance already; state scale 1 and offset 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} the darkest reflectance is {low}: if the offset is applied already, state offset 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} even the darkest reflectance is {floor}, as if an offset of -0.1 were missing: unless the scene has no dark place, state offset {scale}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{role} outshines B08 and the other visible bands in {share} of the scene, as near infrared does over plants, but it is {role2} by the {source}: exchange {role3} and B08, or state the bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>Over plants B04 is {ratio} times B02, as if red and blue were mixed up or the level were not {level}, but so they are by the {source}: exchange B02 and B04, or state the level.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/point_sampling.py" />
            <source>Points of a class are {per_class}: give numbers up to {MOST}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/point_sampling.py" />
            <source>Drawing points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>No class is named that is to become polygons: name one or more of {key}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>smallest area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>largest hole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>The {name} is {value}: give 0 or a positive number of {unit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>Reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>Filling holes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>Tracing outlines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>Simplifying</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>Writing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/product.py" />
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>product metadata</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>General</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>The most probable class of each pixel, as the model found it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Vegetation series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Haze and shadow left in pull an index down for one date; a lost date is filled by the next.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Water</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Dark water is easily taken for shadow, and haze brightens it: shadow must be surer, haze less so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Change detection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>A cloud left in is a change that never was: rather lose clear ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Mosaic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Bright rims of clouds make seams, so they grow; specks, mostly roofs, stay as ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Visual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Only what the eye sees at a glance: thin haze and small specks stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>There is no purpose {key}: there are {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>8-bit picture, stretched as a product's true-colour image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>whole numbers up to 255, stretched as a product's true-colour image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The bands declare different values without data ({declared}), of which {value} was taken for all: give all the same, or state it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>user's statement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The scale {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The offset {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>{what} is a guess ({source}): state it if it is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>the cirrus band, which only Level-1C has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>layers that only Level-2A has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>declared in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>{whose} product specification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>not declared; 0 in Sentinel-2 products</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>not declared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>no valid value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>decimal values of 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>values in the range of Sentinel-2 digital numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>whole numbers, though very low ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The values reach {high}, which is neither reflectance (0 to 1) nor Sentinel-2 digital numbers (hundreds to thousands): state the scale by which they become reflectance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The {source} names no height of the sun, by which values become reflectance: state the sun's zenith angle.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The sun was below the horizon (zenith {sun_zenith}°): choose a scene that was taken by day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>keep the file {metadata} beside the bands, </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>{title} stores values whose scale differs between products: {kept}state scale and offset from its metadata, or convert it to reflectance first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>surface reflectance of {title}, assumed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>specification of {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The offset {offset} seems to be one of reflectance: state it in stored values, here {offset2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The {source} states an offset of {most}, but values go down to {low}: the offset seems to be applied already and was not applied again; state offset {most2} if it is to be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>dark values in spite of the {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>{source}, which names none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The {source} is of baseline {value}, which has an offset, but names none: check the offset.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>the values are no digital numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>a scale is declared without an offset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>Baseline {value} has an offset of -1000, but values go down to {low}: the offset seems to be applied already and was not applied again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>dark values in spite of the baseline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>the darkest values lie just above 1000</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>no dark place tells whether one is to be applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>values lie below 1000</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/backend.py" />
            <source>Neither rasterio nor GDAL's Python bindings are installed: run this in QGIS's Python, or install rasterio with pip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/gdal_errors.py" />
            <source>GDAL gives no reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>Building overviews</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>Reading back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>{path} is not named as a GeoTIFF: give a name that ends in .tif.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <location filename="../cloudmask_plugin/engine/text_file.py" />
            <location filename="../cloudmask_plugin/engine/vector/sink.py" />
            <source>{path} is a folder: give the name of a file in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <location filename="../cloudmask_plugin/engine/text_file.py" />
            <location filename="../cloudmask_plugin/engine/vector/sink.py" />
            <source>The folder of {path} does not exist: create it or choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>The folder of {path} cannot be written to: choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>{target} is incomplete: run again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>it reads back changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>it does not read back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>{target} cannot be replaced ({strerror}): close it in other programs or choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>{path} cannot be opened as a raster ({reason}): check that it exists and is whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>Band {index} of {path} cannot be read at column {col}, row {row}, {width} × {height} pixels ({reason}): the file may be damaged or incomplete; fetch it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>The mask band of {path} cannot be read at column {col}, row {row}, {width} × {height} pixels ({reason}): the file may be damaged or incomplete; fetch it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>{path} cannot be brought to the scene's grid ({reason}): check its coordinate system, or warp it to the scene's first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>{path} cannot be written ({reason}): check that the folder exists, that you may write there and that the disk is not full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>no reason given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reading.py" />
            <source>{name} has pixels of {native} m, of which {wanted} m is no multiple: leave the resolution out to mask at {native2} m.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>no data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>both points and polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>neither points nor polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>{path} has {found}: give a layer that holds labelled points or labelled polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>No feature of {path} is labelled in the field {field}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>{path} has no field {field}: name the one that holds the class; its fields are {listed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>Which field of {path} holds the class is not known: name it; its fields are {listed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/refine.py" />
            <source>The threshold of {key} is {value}: give a probability above 0 and below 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/refine.py" />
            <source>{key} is {value}: give 0 or a positive number of {unit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/refine.py" />
            <source>There is no class {key}: thresholds are thick, thin, shadow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{member} in {path} cannot be unpacked ({error}): the archive is damaged; fetch it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{path} cannot be read as a zip file: fetch it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{name} holds no band's image (.jp2): only metadata was fetched; fetch the whole product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{name} holds {granules} tiles ({granules2}): choose the folder of one of them in GRANULE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{name} lacks its product metadata (MTD_MSI….xml): scale and offset were taken from its baseline and values; check them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{location}/{member} is no metadata of a Sentinel-2 product: fetch that file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{location}/{member} is cut short: fetch that file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene.py" />
            <source>nothing tells another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene.py" />
            <source>The extent {xmin},{ymin},{xmax},{ymax} does not overlap the scene: give it in the scene's coordinate system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_copies.py" />
            <source>of the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_search.py" />
            <source>No scene was found in {inputs}: name folders, files or patterns of Sentinel-2 products, Landsat scenes or stacks of bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_search.py" />
            <source>Nothing matches {text}: check folder and pattern.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_search.py" />
            <source>{text} does not exist: name a folder, a file or a pattern.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_task.py" />
            <source>{output} was changed while it was written: run again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_task.py" />
            <source>The memory was not enough: give a smaller tile, or run on a larger computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_task.py" />
            <source>The program stopped because of a mistake in it ({error}): please report it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_task.py" />
            <source>{path} is there already and was not written by this program: move it away, or choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/sensors.py" />
            <source>{title} values of Level-1 become reflectance only with the sun's height: keep the file MTL.txt beside the bands, or state the sun's zenith angle, which is 90 less the SUN_ELEVATION in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/sensors.py" />
            <source>There is no sensor {key}: known are {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>{location} holds {times} dates ({ends})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>{there}: state the one to use, by its date or its number from 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>none of them is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>{found} of them are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>{there}, and {what} {step}: state one by its number from 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shadow_check.py" />
            <source>Orphan shadows are {orphans}: give keep or remove.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shadow_check.py" />
            <source>In {orphan} of the area is shadow that no cloud can throw, as dark water or burnt ground may be: look at it, or have orphan shadow removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shared_files.py" />
            <source>The Dask worker {worker} does not see {path}: scenes and their masks must lie under the same path on this computer and on all workers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shared_files.py" />
            <source>The Dask worker {worker} does not see the folder {folder}: have the result written into a folder that is under the same path on this computer and on all workers, and not into a temporary one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shared_files.py" />
            <source>The Dask worker {worker} must not write into the folder {folder}: allow it, or choose another that all workers share.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/stac.py" />
            <source>{location} is no JSON text ({error}): fetch the STAC item again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/stac.py" />
            <source>{location} is no STAC item, for it has no assets: choose an item of a catalogue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/stac.py" />
            <source>{location} names no asset that is a band's image: choose an item of Sentinel-2's Level-1C or Level-2A.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/stac.py" />
            <source>{location} cannot be fetched ({error}): check the address and the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspect_prior.py" />
            <source>{path} is no layer of suspects: name one that “suspects” has written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspect_prior.py" />
            <source>The pixels of {path} do not coincide with those of the probabilities, and it cannot be warped to them: make it on their grid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspect_prior.py" />
            <source>{path} does not reach the probabilities: name the suspects of their place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspect_statistics.py" />
            <source>The strength of the suspects is {strength}: give 0 (not at all) to 1 (in full).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Dates with data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Times thick cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Times thin cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Quiet days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Times cloud on quiet days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>The squares around a place are {square} km wide: give {SMALLEST_KM} to {LARGEST_KM} km.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Looking for suspects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>No place has data on {FEWEST_DATES} dates: nothing is judged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Suspects need masks of {FEWEST_DATES} dates or more, and there are {number}: add masks of further dates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>{name} does not overlap the extent and is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>There are masks of {days} dates: give those of {MOST_DATES} at most, such as of one or two years.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>The area is {sides} km wide, too little for squares of {square} km around each place: what is around is less certain; take a larger area or smaller squares.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Places called cloud implausibly often, {days} dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/text_file.py" />
            <source>{path} is to hold a {suffixes} file: name it so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/text_file.py" />
            <source>{path} cannot be replaced ({strerror}): close it in other programs or choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/with_rasterio.py" />
            <source>{error}; without GDAL's Python bindings only GeoJSON can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/with_rasterio.py" />
            <source>some lie outside its area of use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>{path} cannot be opened as points or polygons ({reason}): check that it exists and is whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>{path} has no layer {layer}: name one of its layers, which are {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>Coordinates cannot be brought from {names} to {names2} ({reason}): check the coordinate systems of both layers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>The format of {path} is not known: give a name that ends in {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>The threshold is {threshold} %: give more than 0 and up to 100 %.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>A weight is {weight}: give 0 for pixels that cannot be used, 1 for those that can, or a share between.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>No output is named: name a table, a layer or a summary to write.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>{layer_output} holds the polygons themselves: choose another name for the layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>Table and summary have one name: give each its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>{polygons} has no polygons: give a layer of polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>Features without a polygon, left empty: {lacking}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>Measuring polygons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>No polygon of {polygons} lies on any of the masks: check the coordinate systems, or name masks of the polygons' place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>{polygons} has no field {id_field}: name the one that tells the polygons apart; its fields are {listed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../models/cloudmask-accurate/card.json" />
            <source>CloudMask accurate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../models/cloudmask-accurate/card.json" />
            <source>As the fast one at less than half its speed: better with red, green and blue alone, and steadier when a band is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../models/cloudmask-fast/card.json" />
            <source>CloudMask fast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../models/cloudmask-fast/card.json" />
            <source>Clouds and shadows from any bands, red, green and blue up to all 13</source>
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
        <name>LookGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Opacity of the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Opacity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Overlay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The mask over the scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Swipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The mask left of a line that you drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Flicker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The mask comes and goes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Outline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Only the rims of cloud and shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Where two masks agree and differ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>True colour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Red, green and blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>SWIR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>SWIR–NIR–red: snow turns dark or blue, cloud stays white</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Cirrus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The cirrus band: thin high cloud is bright</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>As styled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The layer's own style</source>
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
            <source>Check it →</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Look at this mask over its scene, in the tab Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Make composite →</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Fill the clouds of this scene from other dates, in the tab Composite</source>
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
            <source>Area that is masked</source>
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
            <source>With the method and date of the tab Composite, in the same run</source>
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
        <name>MaskViewer</name>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_viewer.py" />
            <source>Opening masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_viewer.py" />
            <source>Reading masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_viewer.py" />
            <source>Growing the mask</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MeasurePanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source> each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Points of each class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>seed </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>The same mask and seed draw the same points.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Draw poin&amp;ts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Thick</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Thin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Can’t tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Say what is in the ring, and go to the next point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Take the last label back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source> %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>How well overall accuracy is to be known; below stands what that takes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Overall accuracy to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Write figures, map, worst tiles and provenance as HTML and PDF, and open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Drawing points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Writing the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>{page} and {pdf} written in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Points are drawn at random in each class; you say what they really are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>All points are labelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>C, T, I, D or X goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Point {number} of {all}: what is in the ring?</source>
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
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>Temporary layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>Choose “File” to name one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Write the mask to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>The mask is written here; an existing file is replaced once it is whole.</source>
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
    </context>
    <context>
        <name>PixelPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Ask a pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Click a pixel on the map, or ask the one in its middle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Click a place on the map.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Asking a pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>&lt;b&gt;{name}&lt;/b&gt; in the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Choose the scene to see the spectrum.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>The sun's direction is not known, so no cloud is matched.</source>
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
            <source>Smaller areas of cloud or of shadow become clear.</source>
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
        <name>ReviewPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Ran&amp;k the tiles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Tiles, the most suspicious first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>OK</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Say it of this tile, and go to the next one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>What is wrong with this tile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Choose a mask first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Look for doubt, disagreement, odd shadow and bright ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Ranking tiles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Looking at the whole mask …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>{done} of {all} looked at: {ok} ok, {wrong} wrong, {skipped} skipped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Nothing is suspicious here.</source>
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
            <source>The Python package onnxruntime, which runs the models, is missing. Press Install to get it for this profile, or run this command yourself:</source>
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
        <name>SceneBands</name>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_bands.py" />
            <source>Looking at {scene}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_bands.py" />
            <source>Choose a scene first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_bands.py" />
            <source>The scene's bands are not known yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_bands.py" />
            <source>The scene's layer lacks bands for it.</source>
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
            <source>Nodata value</source>
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
            <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{day} {month} {year}</source>
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
            <source>N NE E SE S SW W NW</source>
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
            <source>Nodata value</source>
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
    <context>
        <name>SpectrumPlot</name>
        <message>
            <location filename="../cloudmask_plugin/gui/spectrum_plot.py" />
            <source>cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/spectrum_plot.py" />
            <source>clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/spectrum_plot.py" />
            <source>this pixel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SuspectsPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Only what the map shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Find suspects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Write this mask with them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Suspects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Finding suspects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Cancelling …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Looking at the masks …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>{stage}, {seconds:.0f} s left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>{count} dates; suspect: {hectares:.1f} ha, {share} of the area.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Cloud is believed less there; the map and its costs follow at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Something is under way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Choose a mask first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Look in all masks of the project for what is called cloud again and again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Find suspects first, or add a layer of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Write a new version in which calls of cloud count less at suspects</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ThresholdGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Generous to strict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>To the right more is masked; each step counts cloud and shadow 1.4 times.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Appl&amp;y: write this mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Show the mask as it is written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Thresholds that suit what the mask is for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Write a new mask with these options beside the old one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>generous</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>strict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Purpose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Thick from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Thin from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Shadow from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Probability from which this class is preferred to clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>As written</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ThresholdTrial</name>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>There is no mask yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Choose the mask's probabilities to try thresholds; a mask that is made anew writes them where Output asks for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Thresholds decide the whole mask anew: save your corrections first (Correct by hand, Save as a new version), or undo them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Calibrated by {count} labelled points.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>A guess for this scene, right on the average of many: {count} points labelled under Measure make it this scene's own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Cloud is believed less at suspects.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Decided anew, without {layer}, which is not in the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Decided anew, without this mask's corrections by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>A mask is being written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Move a slider first: the mask is written with these options already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Writing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>In view, buffer and minimum area included: loses {lost}, leaks {leaked}.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
