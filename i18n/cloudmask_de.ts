<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AddressField</name>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Address, then Enter</source>
            <translation>Adresse, dann Eingabetaste</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Address of the scene</source>
            <translation>Adresse der Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Address of a GeoTIFF or STAC item (https://…), a path of GDAL (/vsis3/…), or a file or folder. Enter opens it, Esc goes back to the layers.</source>
            <translation>Adresse eines GeoTIFF oder STAC-Items (https://…), ein Pfad von GDAL (/vsis3/…) oder eine Datei oder ein Ordner. Die Eingabetaste öffnet sie, Esc führt zurück zu den Layern.</translation>
        </message>
    </context>
    <context>
        <name>AdvancedGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Pixel size of the mask; coarser is faster.</source>
            <translation>Pixelgröße der Maske; gröber geht schneller.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Further looks at each tile, turned and mirrored, whose mean counts: each adds once the time, and a little accuracy.</source>
            <translation>Weitere Blicke auf jede Kachel, gedreht und gespiegelt; es zählt das Mittel: jeder kostet einmal die Zeit und bringt etwas Genauigkeit.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>all cores</source>
            <translation>alle Kerne</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Processor threads that the model may use.</source>
            <translation>Prozessor-Threads, die das Modell nutzen darf.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Resolution</source>
            <translation>Auflösung</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Further looks</source>
            <translation>Weitere Blicke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>{count} further looks</source>
            <translation>{count} weitere Blicke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>{count} threads</source>
            <translation>{count} Threads</translation>
        </message>
    </context>
    <context>
        <name>CloudMask</name>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>The Python package {package}, which runs the models, is missing in QGIS's Python: press Install in the Cloud Mask panel, or install {requirement} into {folder} with pip's options --no-deps and --target.</source>
            <translation>Das Python-Paket {package}, das die Modelle ausführt, fehlt im Python von QGIS: Drücken Sie im Bedienfeld Cloud Mask auf Installieren, oder installieren Sie {requirement} mit den pip-Optionen --no-deps und --target nach {folder}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>{path} does not exist: choose a wheel file (.whl) or its folder.</source>
            <translation>{path} gibt es nicht: Wählen Sie eine Wheel-Datei (.whl) oder deren Ordner.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>QGIS's Python was not found as a program (looked for {paths}): install {package} with the program that installed QGIS.</source>
            <translation>Das Python von QGIS wurde nicht als Programm gefunden (gesucht: {paths}): Installieren Sie {package} mit dem Programm, das QGIS installiert hat.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>Installing</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>Trying</source>
            <translation>Ausprobieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>{package} was downloaded but does not run here ({reason}): install it with the program that installed QGIS.</source>
            <translation>{package} wurde geladen, läuft hier aber nicht ({reason}): Installieren Sie es mit dem Programm, das QGIS installiert hat.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>Installed</source>
            <translation>Installiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>{package} could not be installed ({reason}): see {folder}.</source>
            <translation>{package} konnte nicht installiert werden ({reason}): siehe {folder}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>{path} is not Python {wanted}, which QGIS uses: install {package} with the program that installed QGIS.</source>
            <translation>{path} ist nicht Python {wanted}, das QGIS verwendet: Installieren Sie {package} mit dem Programm, das QGIS installiert hat.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>QGIS's Python has no pip: install it (on Debian and Ubuntu the package python3-pip), then press Install again.</source>
            <translation>Das Python von QGIS hat kein pip: Installieren Sie es (unter Debian und Ubuntu das Paket python3-pip) und drücken Sie dann noch einmal auf Installieren.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/dependencies.py" />
            <source>pip could not install {package} ({reason}): check the network and the proxy in QGIS's options, or choose a downloaded wheel file.</source>
            <translation>pip konnte {package} nicht installieren ({reason}): Prüfen Sie das Netz und den Proxy in den Optionen von QGIS, oder wählen Sie eine heruntergeladene Wheel-Datei.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Cloud Mask</source>
            <translation>Cloud Mask</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The layer “{name}” is not a raster: choose a Sentinel-2 raster layer.</source>
            <translation>Der Layer „{name}“ ist kein Raster: Wählen Sie einen Sentinel-2-Rasterlayer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The layer “{name}” comes from a “{provider}” service that delivers pictures, not reflectance: save it as a GeoTIFF with all bands, or open the scene's file.</source>
            <translation>Der Layer „{name}“ kommt von einem „{provider}“-Dienst, der Bilder liefert und keine Reflexionsgrade: Speichern Sie ihn als GeoTIFF mit allen Bändern, oder öffnen Sie die Datei der Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The layer “{name}” needs a password to be read: save it as a GeoTIFF and mask that.</source>
            <translation>Der Layer „{name}“ braucht zum Lesen ein Kennwort: Speichern Sie ihn als GeoTIFF und maskieren Sie dieses.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The file {path} of the layer “{name}” no longer exists: restore it, or open the scene anew.</source>
            <translation>Die Datei {path} des Layers „{name}“ gibt es nicht mehr: Stellen Sie sie wieder her, oder öffnen Sie die Szene neu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The extent cannot be expressed in the scene's coordinate system {crs}: zoom to the scene, or choose its whole extent.</source>
            <translation>Die Ausdehnung lässt sich im Koordinatensystem {crs} der Szene nicht ausdrücken: Zoomen Sie auf die Szene, oder wählen Sie die ganze Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Cloud mask</source>
            <translation>Wolkenmaske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>Cloud probabilities</source>
            <translation>Wolkenwahrscheinlichkeiten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/layers.py" />
            <source>The result {path} was written but cannot be opened in QGIS: check that the folder is still there and readable.</source>
            <translation>Das Ergebnis {path} wurde geschrieben, lässt sich in QGIS aber nicht öffnen: Prüfen Sie, ob der Ordner noch da und lesbar ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/plugin.py" />
            <source>Cloud Mask panel</source>
            <translation>Bedienfeld Cloud Mask</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/plugin.py" />
            <source>Find clouds in a Sentinel-2 layer</source>
            <translation>Wolken in einem Sentinel-2-Layer finden</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/plugin.py" />
            <source>Mask one scene…</source>
            <translation>Eine Szene maskieren…</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/plugin.py" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/feedback.py" />
            <source>about {n} s left</source>
            <translation>noch etwa {n} s</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/feedback.py" />
            <source>about {n} min left</source>
            <translation>noch etwa {n} min</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Scene information</source>
            <translation>Angaben zur Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>sentinel-2,metadata,bands,level,baseline,offset,scale,sun,describe</source>
            <translation>sentinel-2,Metadaten,Bänder,Verarbeitungsstufe,Baseline,Versatz,Skala,Sonne,beschreiben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Tells what is known of a Sentinel-2 scene, and from what.</source>
            <translation>Sagt, was von einer Sentinel-2-Szene bekannt ist, und woher.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Tells what “Mask clouds” would take a scene for: sensor, level, processing baseline, bands, scale and offset, no-data value, time, sun and grid, each with where it comes from and whether it is a guess, and what looks wrong. Only samples of the pixels are read.

The results are values that a model or a script can go on with; texts are empty and numbers missing where nothing tells them. The report shows the same as a page.</source>
            <translation>Sagt, wofür „Wolken maskieren“ eine Szene hielte: Sensor, Verarbeitungsstufe, Processing Baseline, Bänder, Skala und Versatz, Nodata-Wert, Zeitpunkt, Sonne und Gitter, jeweils mit der Herkunft und ob es vermutet ist, und was nicht zu stimmen scheint. Von den Pixeln werden nur Stichproben gelesen.

Die Ergebnisse sind Werte, mit denen ein Modell oder Skript weiterarbeiten kann; wo nichts sie verrät, sind Texte leer und fehlen Zahlen. Der Bericht zeigt dasselbe als Seite.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>HTML files (*.html)</source>
            <translation>HTML-Dateien (*.html)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Page to write: each value, where it comes from, how sure.</source>
            <translation>Seite, die geschrieben wird: jeder Wert, woher er kommt und wie sicher er ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Name of the scene</source>
            <translation>Name der Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sensor</source>
            <translation>Sensor</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Processing level</source>
            <translation>Verarbeitungsstufe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Processing baseline</source>
            <translation>Processing Baseline</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>No-data value</source>
            <translation>Nodata-Wert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Acquired (UTC)</source>
            <translation>Aufgenommen (UTC)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Bands</source>
            <translation>Bänder</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Coordinate system</source>
            <translation>Koordinatensystem</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>Warnings</source>
            <translation>Warnungen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>All of it with its evidence, as JSON</source>
            <translation>Alles zusammen mit Belegen, als JSON</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Scale</source>
            <translation>Skala</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Offset</source>
            <translation>Versatz</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sun zenith (°)</source>
            <translation>Zenitwinkel der Sonne (°)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sun azimuth (°)</source>
            <translation>Azimut der Sonne (°)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Resolution (m)</source>
            <translation>Auflösung (m)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Mask clouds</source>
            <translation>Wolken maskieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>sentinel-2,cloud,shadow,cirrus,haze,mask,onnx,deep learning,segmentation</source>
            <translation>sentinel-2,wolke,wolken,schatten,zirrus,cirrus,dunst,maske,onnx,deep learning,segmentierung</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Finds clouds, thin clouds and cloud shadows in a Sentinel-2 scene.</source>
            <translation>Findet Wolken, dünne Wolken und Wolkenschatten in einer Sentinel-2-Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Finds thick clouds, thin clouds and cloud shadows in a Sentinel-2 scene with a neural network, on this computer.

The scene may be a layer, a GeoTIFF, a .SAFE folder, its zip or its metadata file, a folder of band files, a STAC item, or the address of a raster. Bands, scaling, nodata, date and sun are recognised; state them under Advanced where they are not.

The mask has the values 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow and 255 no data. The numbers in the results are percents: of the area with data for the four classes, of the whole area for no data. Where the sun's angles are known, shadow is checked: how much of it no cloud can have thrown, and of how much nobody can say because its cloud may lie outside the scene.</source>
            <translation>Findet dichte Wolken, dünne Wolken und Wolkenschatten in einer Sentinel-2-Szene mit einem neuronalen Netz, auf diesem Rechner.

Die Szene kann ein Layer sein, ein GeoTIFF, ein .SAFE-Ordner, dessen Zip oder Metadatendatei, ein Ordner mit Banddateien, ein STAC-Item oder die Adresse eines Rasters. Bänder, Skalierung, Nodata-Wert, Datum und Sonne werden erkannt; wo nicht, geben Sie sie unter Erweitert an.

Die Maske hat die Werte 0 klar, 1 dichte Wolke, 2 dünne Wolke, 3 Wolkenschatten und 255 keine Daten. Die Zahlen im Ergebnis sind Prozente: der Fläche mit Daten für die vier Klassen, der ganzen Fläche für keine Daten. Sind die Sonnenwinkel bekannt, so wird der Schatten geprüft: wie viel davon keine Wolke geworfen haben kann, und von wie viel es niemand sagen kann, weil die Wolke außerhalb der Szene liegen kann.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>{name}, percent of the area with data</source>
            <translation>{name}, Prozent der Fläche mit Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>No data, percent of the whole area</source>
            <translation>Keine Daten, Prozent der ganzen Fläche</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>{name}, percent of the shadow</source>
            <translation>{name}, Prozent des Schattens</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Shadow without a cloud</source>
            <translation>Schatten ohne Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Unchecked shadow</source>
            <translation>Nicht prüfbarer Schatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask.py" />
            <source>Shadow of terrain</source>
            <translation>Geländeschatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Neural network to use; “default” is the one that fits most scenes.</source>
            <translation>Neuronales Netz; „default“ ist das, das für die meisten Szenen passt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Extent</source>
            <translation>Ausdehnung</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Part of the scene to mask; without it the whole scene.</source>
            <translation>Teil der Szene, der maskiert wird; ohne Angabe die ganze Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Pixel size of the mask in metres. “native” is the scene's own; of a product it is 20 m, or its finest where that is coarser.</source>
            <translation>Pixelgröße der Maske in Metern. „native“ ist die der Szene; bei einem Produkt 20 m, oder dessen feinste, wo sie gröber ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threshold of thick cloud</source>
            <translation>Schwelle für dichte Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threshold of thin cloud</source>
            <translation>Schwelle für dünne Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threshold of cloud shadow</source>
            <translation>Schwelle für Wolkenschatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Probability from which a pixel is no longer called clear. Lower finds more and errs more often.</source>
            <translation>Wahrscheinlichkeit, ab der ein Pixel nicht mehr als klar gilt. Niedriger findet mehr und irrt öfter.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Smallest patch (ha)</source>
            <translation>Kleinster Fleck (ha)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Patches of cloud or shadow smaller than this become clear, in hectares.</source>
            <translation>Kleinere Flecken von Wolke oder Schatten werden klar, in Hektar.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Buffer (m)</source>
            <translation>Puffer (m)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>By how much clouds and shadows grow over clear pixels, in metres.</source>
            <translation>Um wie viel Wolken und Schatten über klare Pixel wachsen, in Metern.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Remove shadow without a cloud</source>
            <translation>Schatten ohne Wolke entfernen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Shadow becomes clear where no cloud can have thrown it: none lies towards the sun at a height of 0.2 to 12 km. Needs the sun's angles.</source>
            <translation>Schatten wird klar, wo ihn keine Wolke geworfen haben kann: zur Sonne hin liegt keine in 0,2 bis 12 km Höhe. Braucht die Sonnenwinkel.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Elevations (DEM)</source>
            <translation>Höhen (DGM)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Raster of the ground's elevation in metres, in any coordinate system: cloud shadow becomes clear where the terrain throws a shadow itself. Needs the sun's angles.</source>
            <translation>Raster der Geländehöhe in Metern, in beliebigem Koordinatensystem: Wolkenschatten wird klar, wo das Gelände selbst Schatten wirft. Braucht die Sonnenwinkel.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Further looks</source>
            <translation>Weitere Blicke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Look at each part again this often, turned and mirrored: steadier, and slower.</source>
            <translation>So oft wird jeder Teil noch einmal betrachtet, gedreht und gespiegelt: ruhiger und langsamer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Processor threads to use; 0 is all.</source>
            <translation>Zahl der Prozessor-Threads; 0 sind alle.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>GeoTIFF to write: 0 clear, 1 thick cloud, 2 thin cloud, 3 shadow, 255 no data.</source>
            <translation>GeoTIFF, das geschrieben wird: 0 klar, 1 dichte Wolke, 2 dünne Wolke, 3 Schatten, 255 keine Daten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Probabilities</source>
            <translation>Wahrscheinlichkeiten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>GeoTIFF with the probability of each class, one band each, 250 standing for 1.</source>
            <translation>GeoTIFF mit der Wahrscheinlichkeit jeder Klasse, je ein Band; 250 steht für 1.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene.py" />
            <source>guessed, </source>
            <translation>vermutet, </translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Scene</source>
            <translation>Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sentinel-2 scene: a raster layer or file with its bands, a .SAFE folder, its zip or metadata file, a folder of band files, a STAC item, or the address of a raster. Several files of one scene are named with semicolons between.</source>
            <translation>Sentinel-2-Szene: ein Rasterlayer oder eine Datei mit den Bändern, ein .SAFE-Ordner, dessen Zip oder Metadatendatei, ein Ordner mit Banddateien, ein STAC-Item oder die Adresse eines Rasters. Mehrere Dateien einer Szene werden mit Strichpunkten getrennt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Bands in the file's order</source>
            <translation>Bänder in der Reihenfolge der Datei</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Band of each channel, such as B02,B03,B04,B08; - leaves one out. Needed only where they are not recognised. For products: the bands to use.</source>
            <translation>Band jedes Kanals, etwa B02,B03,B04,B08; - lässt einen aus. Nur nötig, wo sie nicht erkannt werden. Bei Produkten: die Bänder, die verwendet werden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Reflectance = (value + offset) × scale; 0.0001 for Sentinel-2 products.</source>
            <translation>Reflexionsgrad = (Wert + Versatz) × Skala; 0.0001 bei Sentinel-2-Produkten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Reflectance = (value + offset) × scale; −1000 for products since 2022, 0 before.</source>
            <translation>Reflexionsgrad = (Wert + Versatz) × Skala; −1000 bei Produkten seit 2022, davor 0.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Value of pixels without data, a number or nan.</source>
            <translation>Wert der Pixel ohne Daten, eine Zahl oder nan.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>L1C (top of atmosphere) or L2A (surface), where it is not recognised.</source>
            <translation>L1C (Oberrand der Atmosphäre) oder L2A (Boden), wo sie nicht erkannt wird.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Time of acquisition, such as 2022-10-05T11:54:11Z, or the day as 2022-10-05.</source>
            <translation>Zeitpunkt der Aufnahme, etwa 2022-10-05T11:54:11Z, oder der Tag als 2022-10-05.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Angle of the sun from overhead, in degrees; Level-1 of Landsat 8 and 9 needs it where no MTL.txt lies beside the bands.</source>
            <translation>Winkel der Sonne zum Zenit, in Grad; für Level-1 von Landsat 8 und 9 nötig, wo keine MTL.txt bei den Bändern liegt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Direction of the sun, in degrees clockwise from north.</source>
            <translation>Richtung der Sonne, in Grad im Uhrzeigersinn von Norden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Whose names, order and scaling the bands have; without it Sentinel-2, unless the file's name tells another. Of other sensors only Landsat 7 and 8 have been measured.</source>
            <translation>Der Sensor, dessen Namen, Reihenfolge und Skalierung die Bänder haben; ohne Angabe Sentinel-2, wenn nicht der Name der Datei einen anderen verrät. Von anderen Sensoren sind nur Landsat 7 und 8 vermessen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Date of a series</source>
            <translation>Datum einer Serie</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Which date of a file that holds several, such as 2018-05-03, or its number from 1.</source>
            <translation>Welches Datum einer Datei mit mehreren, etwa 2018-05-03, oder seine Nummer, von 1 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Pixel size (m)</source>
            <translation>Pixelgröße (m)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Metres of a pixel, where the file does not tell it. Buffers, areas and resolutions rest on it.</source>
            <translation>Meter eines Pixels, wo die Datei sie nicht nennt. Puffer, Flächen und Auflösungen beruhen darauf.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>“{value}” is not understood: {remedy}</source>
            <translation>„{value}“ ist unverständlich: {remedy}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>Where from</source>
            <translation>Woher</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>How sure</source>
            <translation>Wie sicher</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>The report {path} cannot be written ({reason}): name another file.</source>
            <translation>Der Bericht {path} lässt sich nicht schreiben ({reason}): Nennen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>guessed</source>
            <translation>vermutet</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>sure</source>
            <translation>sicher</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>from {low:g} to {high:g}</source>
            <translation>von {low:g} bis {high:g}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>of at least {low:g}</source>
            <translation>von mindestens {low:g}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>{value:g} is out of range: give a number {limits}.</source>
            <translation>{value:g} liegt außerhalb: Geben Sie eine Zahl {limits} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is not in the list: give one of {list}.</source>
            <translation>„{value}“ steht nicht in der Liste: Geben Sie eines von {list} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is no number: give one, such as 0.5.</source>
            <translation>„{value}“ ist keine Zahl: Geben Sie eine an, etwa 0.5.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/tasks.py" />
            <source>The computer ran out of memory: close other programs or choose a smaller extent.</source>
            <translation>Der Arbeitsspeicher reicht nicht: Schließen Sie andere Programme, oder wählen Sie eine kleinere Ausdehnung.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/tasks.py" />
            <source>The plugin stopped because of a mistake in it ({error}): please report it with the details from the log panel, tab “{tag}”.</source>
            <translation>Das Plugin hat wegen eines Fehlers darin angehalten ({error}): Bitte melden Sie ihn mit den Einzelheiten aus dem Protokollfenster, Reiter „{tag}“.</translation>
        </message>
    </context>
    <context>
        <name>CloudMaskDock</name>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Cloud mask</source>
            <translation>Wolkenmaske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Looking at {scene}</source>
            <translation>{scene} wird betrachtet</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Looking at the scene was cancelled: press ⟳ to try again.</source>
            <translation>Das Betrachten der Szene wurde abgebrochen: Drücken Sie ⟳, um es noch einmal zu versuchen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Name the file to write under Output, or choose a temporary layer.</source>
            <translation>Nennen Sie unter Ausgabe die Datei, oder wählen Sie einen temporären Layer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>The folder {folder} does not exist: choose another file.</source>
            <translation>Den Ordner {folder} gibt es nicht: Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>{name} exists and will be replaced once the new mask is whole.</source>
            <translation>{name} gibt es schon und wird ersetzt, sobald die neue Maske ganz ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Masking clouds in {scene}</source>
            <translation>Wolken in {scene} werden maskiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Starting</source>
            <translation>Beginnt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Cloud mask failed</source>
            <translation>Wolkenmaske fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Cloud mask written</source>
            <translation>Wolkenmaske geschrieben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>{path} was not added, because the project was closed.</source>
            <translation>{path} wurde nicht hinzugefügt, weil das Projekt geschlossen wurde.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Add to map</source>
            <translation>Zur Karte hinzufügen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Installing onnxruntime failed</source>
            <translation>Installation von onnxruntime fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/extents.py" />
            <source>The map canvas does not show the scene: zoom to it.</source>
            <translation>Die Karte zeigt die Szene nicht: Zoomen Sie auf sie.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/extents.py" />
            <source>No polygon is selected: select some in a polygon layer.</source>
            <translation>Kein Polygon ist ausgewählt: Wählen Sie welche in einem Polygonlayer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/extents.py" />
            <source>The polygons selected in “{layer}” lie outside the scene.</source>
            <translation>Die in „{layer}“ ausgewählten Polygone liegen außerhalb der Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Choose a Sentinel-2 raster layer above, open a file, folder or address with …, or drop one here.</source>
            <translation>Wählen Sie oben einen Sentinel-2-Rasterlayer, öffnen Sie mit … eine Datei, einen Ordner oder eine Adresse, oder ziehen Sie etwas davon hierher.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>This layer cannot be masked.</source>
            <translation>Dieser Layer kann nicht maskiert werden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Looking at the scene …</source>
            <translation>Die Szene wird betrachtet …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>This scene was not understood.</source>
            <translation>Diese Szene wurde nicht verstanden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>With your corrections.</source>
            <translation>Mit Ihren Berichtigungen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Read from the product {name}; nothing had to be guessed.</source>
            <translation>Aus dem Produkt {name} gelesen; nichts musste geraten werden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Read from the item {name}; nothing had to be guessed.</source>
            <translation>Aus dem Item {name} gelesen; nichts musste geraten werden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Read from the scene; nothing had to be guessed.</source>
            <translation>Aus der Szene gelesen; nichts musste vermutet werden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Choose a Sentinel-2 raster layer first.</source>
            <translation>Wählen Sie zuerst einen Sentinel-2-Rasterlayer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>The scene is being looked at; this takes a moment.</source>
            <translation>Die Szene wird betrachtet; das dauert einen Augenblick.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>The scene has not been looked at yet.</source>
            <translation>Die Szene wurde noch nicht betrachtet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>No model is installed: reinstall the plugin, or name a model folder in its options.</source>
            <translation>Kein Modell ist installiert: Installieren Sie das Plugin neu, oder nennen Sie in seinen Optionen einen Modellordner.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>As the scene</source>
            <translation>Wie die Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>The scene does not tell the sun's angles: state them under “Correct …” above.</source>
            <translation>Die Szene nennt die Sonnenwinkel nicht: oben unter „Berichtigen …“ angeben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Cancelling …</source>
            <translation>Wird abgebrochen …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Mas&amp;k clouds</source>
            <translation>Wol&amp;ken maskieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>The run is being stopped; this takes less than a second.</source>
            <translation>Der Lauf wird angehalten; das dauert weniger als eine Sekunde.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>See below what is missing.</source>
            <translation>Was fehlt, steht unten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>See the scene's card above.</source>
            <translation>Siehe die Karte der Szene oben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Check the mask: what was guessed may be wrong.</source>
            <translation>Prüfen Sie die Maske: Vermutetes kann falsch sein.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Cancelled. Nothing was written.</source>
            <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Done: the mask is on the map.</source>
            <translation>Fertig: Die Maske liegt auf der Karte.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Takes about {time}.</source>
            <translation>Dauert etwa {time}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source> · about {time} left</source>
            <translation> · noch etwa {time}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Finer than the scene's own {native}.</source>
            <translation>Feiner als die {native} der Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Not a multiple of the scene's own {native}.</source>
            <translation>Kein Vielfaches der {native} der Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>It does not overlap the scene.</source>
            <translation>Sie überdeckt die Szene nicht.</translation>
        </message>
    </context>
    <context>
        <name>Installer</name>
        <message>
            <location filename="../cloudmask_plugin/gui/installer.py" />
            <source>Installing onnxruntime</source>
            <translation>onnxruntime wird installiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/installer.py" />
            <source>Starting …</source>
            <translation>Beginnt …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/installer.py" />
            <source>The installation was cancelled.</source>
            <translation>Die Installation wurde abgebrochen.</translation>
        </message>
    </context>
    <context>
        <name>MaskPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Ref&amp;ine</source>
            <translation>Verfe&amp;inern</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>O&amp;utput</source>
            <translation>A&amp;usgabe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>&amp;Advanced</source>
            <translation>Er&amp;weitert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>What is missing</source>
            <translation>Was fehlt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Last result</source>
            <translation>Letztes Ergebnis</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Shares of cloud and shadow will stand here.</source>
            <translation>Hier stehen dann die Anteile von Wolke und Schatten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Look at the scene again</source>
            <translation>Die Szene noch einmal betrachten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Options of the cloud mask</source>
            <translation>Optionen der Wolkenmaske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>&amp;Quality</source>
            <translation>&amp;Qualität</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>E&amp;xtent</source>
            <translation>Aus&amp;dehnung</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>{title} · about {time}</source>
            <translation>{title} · etwa {time}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>No model is installed.</source>
            <translation>Kein Modell ist installiert.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Whole scene</source>
            <translation>Ganze Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Map canvas</source>
            <translation>Kartenausschnitt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Selected polygons</source>
            <translation>Ausgewählte Polygone</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Area that is masked</source>
            <translation>Fläche, die maskiert wird</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Stop the run (Esc)</source>
            <translation>Den Lauf anhalten (Esc)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Make the mask (Enter)</source>
            <translation>Die Maske erstellen (Enter)</translation>
        </message>
    </context>
    <context>
        <name>OptionsPage</name>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Each folder in it that holds a card.json and a model.onnx is a model.</source>
            <translation>Jeder Ordner darin mit card.json und model.onnx ist ein Modell.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>all cores</source>
            <translation>alle Kerne</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Masking</source>
            <translation>Maskieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Default &amp;model</source>
            <translation>Standard&amp;modell</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>&amp;Folder of own models</source>
            <translation>&amp;Ordner eigener Modelle</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>&amp;Threads</source>
            <translation>&amp;Threads</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Wheels (*.whl)</source>
            <translation>Wheels (*.whl)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>For computers without a network: the downloaded wheel of onnxruntime.</source>
            <translation>Für Rechner ohne Netz: das heruntergeladene Wheel von onnxruntime.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>Install from &amp;wheel</source>
            <translation>Aus &amp;Wheel installieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/options.py" />
            <source>onnxruntime is installed: the models can run.</source>
            <translation>onnxruntime ist installiert: Die Modelle können laufen.</translation>
        </message>
    </context>
    <context>
        <name>OutputGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Temporary layer</source>
            <translation>Temporärer Layer</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Write the mask to</source>
            <translation>Die Maske schreiben nach</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Also write the probabilities</source>
            <translation>Auch die Wahrscheinlichkeiten schreiben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>One band a class beside the mask, named like it with _probabilities.</source>
            <translation>Ein Band je Klasse, neben der Maske und benannt wie sie mit _probabilities.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>probabilities</source>
            <translation>Wahrscheinlichkeiten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>The mask is written here; an existing file is replaced once it is whole.</source>
            <translation>Hierhin wird die Maske geschrieben; eine vorhandene Datei wird ersetzt, sobald die neue ganz ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Choose “File” to name one.</source>
            <translation>Wählen Sie „Datei“, um eine zu nennen.</translation>
        </message>
    </context>
    <context>
        <name>RefineGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Cloud and shadow grow by this much over clear pixels.</source>
            <translation>Um so viel wachsen Wolke und Schatten über klare Pixel.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Smaller patches of cloud or of shadow become clear.</source>
            <translation>Kleinere Flecken von Wolke oder Schatten werden klar.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Thick cloud from</source>
            <translation>Dichte Wolke ab</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Thin cloud from</source>
            <translation>Dünne Wolke ab</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Cloud shadow from</source>
            <translation>Wolkenschatten ab</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Buffer</source>
            <translation>Puffer</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Minimum area</source>
            <translation>Mindestfläche</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>thick</source>
            <translation>dicht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>thin</source>
            <translation>dünn</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>shadow</source>
            <translation>Schatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>buffer</source>
            <translation>Puffer</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>minimum</source>
            <translation>Mindestfläche</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Probability from which this class is preferred to clear: lower finds more of it, higher makes fewer mistakes.</source>
            <translation>Wahrscheinlichkeit, ab der diese Klasse klar vorgezogen wird: niedriger findet mehr davon, höher macht weniger Fehler.</translation>
        </message>
    </context>
    <context>
        <name>ResultBar</name>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>under 1 %</source>
            <translation>unter 1 %</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>No pixel of the scene has data.</source>
            <translation>Kein Pixel der Szene hat Daten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>Cloud {cloud} (thick {thick}, thin {thin}), shadow {shadow}, clear {clear}</source>
            <translation>Wolke {cloud} (dicht {thick}, dünn {thin}), Schatten {shadow}, klar {clear}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source> · temporary</source>
            <translation> · temporär</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>No&amp;nbsp;data</source>
            <translation>Keine&amp;nbsp;Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>Zoom to this mask</source>
            <translation>Auf diese Maske zoomen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/result_bar.py" />
            <source>The layer of this mask is no longer in the project.</source>
            <translation>Der Layer dieser Maske ist nicht mehr im Projekt.</translation>
        </message>
    </context>
    <context>
        <name>RuntimeHelp</name>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>Command that installs onnxruntime</source>
            <translation>Befehl, der onnxruntime installiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>Copy the command</source>
            <translation>Den Befehl kopieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>Install onnxrun&amp;time</source>
            <translation>onnxrun&amp;time installieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>The Python package onnxruntime, which runs the models, is missing in QGIS's Python. Press Install to get it for this profile, or run this command yourself:</source>
            <translation>Das Python-Paket onnxruntime, das die Modelle ausführt, fehlt im Python von QGIS. Drücken Sie auf Installieren, um es für dieses Profil zu holen, oder führen Sie diesen Befehl selbst aus:</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>The installation is under way.</source>
            <translation>Die Installation läuft.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/runtime_help.py" />
            <source>Run the command above in the background.</source>
            <translation>Den Befehl oben im Hintergrund ausführen.</translation>
        </message>
    </context>
    <context>
        <name>SceneCard</name>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_card.py" />
            <source>Known from: {source}</source>
            <translation>Bekannt aus: {source}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_card.py" />
            <source>Click to correct it.</source>
            <translation>Zum Berichtigen klicken.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_card.py" />
            <source>Correct …</source>
            <translation>Berichtigen …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_card.py" />
            <source>State what was not detected, or detected wrongly.</source>
            <translation>Angeben, was nicht oder falsch erkannt wurde.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source> (guessed)</source>
            <translation> (vermutet)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{sensor} {level}</source>
            <translation>{sensor} {level}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>of unknown level</source>
            <translation>unbekannter Verarbeitungsstufe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source> · baseline {number}</source>
            <translation> · Baseline {number}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Product</source>
            <translation>Produkt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Acquired</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Bands</source>
            <translation>Bänder</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Reflectance</source>
            <translation>Reflexionsgrad</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Sun</source>
            <translation>Sonne</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>No data</source>
            <translation>Keine Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Pixels</source>
            <translation>Pixel</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{sensor} known from: {source}</source>
            <translation>{sensor} bekannt aus: {source}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>date unknown</source>
            <translation>Datum unbekannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>none recognised</source>
            <translation>keines erkannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>all 13</source>
            <translation>alle 13</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{bands} ({count} of 13)</source>
            <translation>{bands} ({count} von 13)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Not used: {names}</source>
            <translation>Nicht verwendet: {names}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>values as they are</source>
            <translation>Werte, wie sie sind</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>mask band</source>
            <translation>Maskenband</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>position unknown</source>
            <translation>Stand unbekannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{angle:.0f}° from zenith</source>
            <translation>{angle:.0f}° vom Zenit</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>in the {direction} ({angle:.0f}°)</source>
            <translation>im {direction} ({angle:.0f}°)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>Coordinate system without a code</source>
            <translation>Koordinatensystem ohne Code</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>No coordinate system</source>
            <translation>Kein Koordinatensystem</translation>
        </message>
    </context>
    <context>
        <name>SceneChooser</name>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Choose a raster layer …</source>
            <translation>Rasterlayer wählen …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Scene</source>
            <translation>Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Sce&amp;ne</source>
            <translation>Sze&amp;ne</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Take the &amp;selected layers as one scene</source>
            <translation>Die &amp;gewählten Layer als eine Szene nehmen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Select the raster layers of one scene in the layer panel first.</source>
            <translation>Wählen Sie zuerst im Layerbedienfeld die Rasterlayer einer Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a scene that is not loaded ({key})</source>
            <translation>Eine Szene öffnen, die nicht geladen ist ({key})</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a &amp;file, or the files of one scene …</source>
            <translation>&amp;Datei öffnen, oder die Dateien einer Szene …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a f&amp;older of a product or of bands …</source>
            <translation>&amp;Ordner eines Produkts oder von Bändern öffnen …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open an &amp;address …</source>
            <translation>&amp;Adresse öffnen …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Of a GeoTIFF, a STAC item, or what GDAL opens on a network.</source>
            <translation>Eines GeoTIFF, eines STAC-Items, oder was GDAL im Netz öffnet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Opened &amp;before</source>
            <translation>&amp;Zuvor geöffnet</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a scene</source>
            <translation>Eine Szene öffnen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Scenes (*.tif *.tiff *.vrt *.jp2 *.img *.nc *.xml *.txt *.json *.zip);;All files (*)</source>
            <translation>Szenen (*.tif *.tiff *.vrt *.jp2 *.img *.nc *.xml *.txt *.json *.zip);;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Open a folder of a product or of bands</source>
            <translation>Ordner eines Produkts oder von Bändern öffnen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>Nothing has been opened yet.</source>
            <translation>Es wurde noch nichts geöffnet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>{first} and {n} more</source>
            <translation>{first} und {n} weitere</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_chooser.py" />
            <source>A raster layer with the bands of Sentinel-2</source>
            <translation>Ein Rasterlayer mit den Bändern von Sentinel-2</translation>
        </message>
    </context>
    <context>
        <name>SceneEditor</name>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give the time as 2022-10-05T11:54:00Z or the day as 2022-10-05.</source>
            <translation>Geben Sie die Zeit als 2022-10-05T11:54:00Z oder den Tag als 2022-10-05 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give a number, or nan.</source>
            <translation>Geben Sie eine Zahl an, oder nan.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give a number.</source>
            <translation>Geben Sie eine Zahl an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give a number above 0, for example 1/10000.</source>
            <translation>Geben Sie eine Zahl über 0 an, zum Beispiel 1/10000.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give degrees from 0 (overhead) to 90 (horizon).</source>
            <translation>Geben Sie Grad von 0 (senkrecht) bis 90 (Horizont) an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/corrections.py" />
            <source>Give degrees clockwise from north, 0 to 360.</source>
            <translation>Geben Sie Grad im Uhrzeigersinn von Norden an, 0 bis 360.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Product</source>
            <translation>Produkt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Sensor</source>
            <translation>Sensor</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Date of a series</source>
            <translation>Datum einer Serie</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Acquired</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Reflectance</source>
            <translation>Reflexionsgrad</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>No data</source>
            <translation>Keine Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Sun zenith</source>
            <translation>Sonnenzenit</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Sun azimuth</source>
            <translation>Sonnenazimut</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Band in the file</source>
            <translation>Band in der Datei</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Back to what was detected</source>
            <translation>Zurück zum Erkannten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>as detected ({value})</source>
            <translation>wie erkannt ({value})</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Nothing has been corrected.</source>
            <translation>Nichts wurde berichtigt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Empty: as detected.</source>
            <translation>Leer: wie erkannt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>The date to mask, such as 2018-05-03, or its number from 1.</source>
            <translation>Das Datum, das maskiert wird, etwa 2018-05-03, oder seine Nummer, von 1 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Only netCDF files can hold several dates, and this is none.</source>
            <translation>Nur netCDF-Dateien können mehrere Daten enthalten, und dies ist keine.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>Role of {band}</source>
            <translation>Rolle von {band}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_editor.py" />
            <source>not used</source>
            <translation>nicht verwendet</translation>
        </message>
    </context>
    <context>
        <name>ShadowGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>Remove shadow without a cloud</source>
            <translation>Schatten ohne Wolke entfernen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>Elevations (DEM)</source>
            <translation>Höhen (DGM)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>Shadow becomes clear where no cloud lies towards the sun at a height of 0.2 to 12 km. Without this its share is told after the run.</source>
            <translation>Schatten wird klar, wo zur Sonne hin keine Wolke in 0,2 bis 12 km Höhe liegt. Sonst wird sein Anteil nach dem Lauf genannt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>Raster of the ground's elevation in metres: cloud shadow becomes clear where the terrain throws a shadow itself.</source>
            <translation>Raster der Geländehöhe in Metern: Wolkenschatten wird klar, wo das Gelände selbst Schatten wirft.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>orphan shadow removed</source>
            <translation>Schatten ohne Wolke entfernt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/shadow_group.py" />
            <source>terrain</source>
            <translation>Gelände</translation>
        </message>
    </context>
</TS>
