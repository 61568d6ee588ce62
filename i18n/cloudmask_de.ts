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
        <name>Check</name>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>under 0.1 %</source>
            <translation>unter 0,1 %</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Loses {lost} of clear land ({lost_share}). Leaks {leaked} of the cloud ({area}; thick {thick}) and {shadow} of the shadow.
Of what stays clear, {rest} is cloud or shadow.</source>
            <translation>Verliert {lost} klares Land ({lost_share}). Lässt {leaked} der Wolken durch ({area}; davon dicht {thick}) und {shadow} des Schattens.
Von dem, was klar bleibt, sind {rest} Wolke oder Schatten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>A step stricter: {lost} more clear land lost, {leaked} less cloud leaked.</source>
            <translation>Einen Schritt strenger: {lost} mehr klares Land verloren, {leaked} weniger Wolke durchgelassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>the buffer of {metres} m</source>
            <translation>den Puffer von {metres} m</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>the minimum area of {hectares} ha</source>
            <translation>die Mindestfläche von {hectares} ha</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Without {parts}, which come on top.</source>
            <translation>Ohne {parts}: Das kommt noch dazu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>The two masks have no pixel in view in common.</source>
            <translation>Die beiden Masken haben im Kartenausschnitt kein Pixel gemeinsam.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>In view the masks agree on {agreed}.</source>
            <translation>Im Kartenausschnitt stimmen die Masken auf {agreed} überein.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>No data</source>
            <translation>Keine Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>thick cloud</source>
            <translation>dichte Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>thin cloud</source>
            <translation>dünne Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>cloud shadow</source>
            <translation>Wolkenschatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>By these thresholds it is {name}; the mask differs: a buffer, the minimum area, the check of shadow or a correction changed it, or other thresholds.</source>
            <translation>Nach diesen Schwellen ist es {name}; die Maske weicht ab: Ein Puffer, die Mindestfläche, die Schattenprüfung, eine Berichtigung oder andere Schwellen haben es geändert.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>A suspect: cloud counts only {share} as much here.</source>
            <translation>Eine Verdachtsstelle: Wolke zählt hier nur {share} so viel.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Would be {name} with {threshold} from {at} (now {now}).</source>
            <translation>Wäre {name} mit der Schwelle für {threshold} bei {at} (jetzt {now}).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Would be {name} with {threshold} only from {at} (now {now}).</source>
            <translation>Wäre {name} mit der Schwelle für {threshold} erst bei {at} (jetzt {now}).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>No single threshold would change it.</source>
            <translation>Keine einzelne Schwelle würde es ändern.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>No cloud towards the sun fits this shadow.</source>
            <translation>Zur Sonne hin passt keine Wolke zu diesem Schatten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>No shadow fits this cloud.</source>
            <translation>Zu dieser Wolke passt kein Schatten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>A cloud {distance} to the {side}, {height} up, fits this shadow ({share}).</source>
            <translation>Eine Wolke in {distance} Entfernung, Richtung {side}, und {height} Höhe passt zu diesem Schatten ({share}).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>A shadow {distance} to the {side} fits this cloud, {height} up ({share}).</source>
            <translation>Ein Schatten in {distance} Entfernung, Richtung {side}, passt zu dieser Wolke in {height} Höhe ({share}).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>classes in doubt</source>
            <translation>Klassen im Zweifel</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>the two masks differ</source>
            <translation>die beiden Masken weichen ab</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>shadow without a cloud</source>
            <translation>Schatten ohne Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>cloud without a shadow</source>
            <translation>Wolke ohne Schatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>cloud like bright ground or snow</source>
            <translation>Wolke wie heller Boden oder Schnee</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>doubt (needs probabilities)</source>
            <translation>Zweifel (braucht Wahrscheinlichkeiten)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>disagreement (needs a second mask)</source>
            <translation>Abweichungen (braucht eine zweite Maske)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>odd shadow (needs a scene with the sun's angles)</source>
            <translation>unstimmiger Schatten (braucht eine Szene mit den Sonnenwinkeln)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>bright ground (needs bands B03, B08 and B11)</source>
            <translation>heller Boden (braucht die Bänder B03, B08 und B11)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Not looked for: {things}.</source>
            <translation>Nicht gesucht: {things}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>{count} labels. Overall accuracy {value}; 95 % limits in brackets.</source>
            <translation>{count} beurteilt. Gesamtgenauigkeit {value}; 95-%-Grenzen in Klammern.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>{name}: right {users}, found {producers}</source>
            <translation>{name}: richtig {users}, gefunden {producers}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>About {count} more labels for ± {width}.</source>
            <translation>Noch etwa {count} Urteile für ± {width}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/check_text.py" />
            <source>Enough labels for ± {width}.</source>
            <translation>Genug Urteile für ± {width}.</translation>
        </message>
    </context>
    <context>
        <name>CheckController</name>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Ask a pi&amp;xel</source>
            <translation>Ein Pi&amp;xel befragen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Where to look &amp;first</source>
            <translation>&amp;Wo zuerst hinsehen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Suspects over time</source>
            <translation>Verdachtsstellen über die Zeit</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Correct &amp;by hand</source>
            <translation>V&amp;on Hand berichtigen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Meas&amp;ure</source>
            <translation>&amp;Messen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>No mask in the project</source>
            <translation>Keine Maske im Projekt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>nothing</source>
            <translation>mit nichts</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>No scene in the project</source>
            <translation>Keine Szene im Projekt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Choose a second mask to compare with first.</source>
            <translation>Wählen Sie zuerst eine zweite Maske zum Vergleichen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Make a mask, or add one to the project.</source>
            <translation>Erstellen Sie eine Maske, oder fügen Sie dem Projekt eine hinzu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>{file} written: clear {clear}.</source>
            <translation>{file} geschrieben: {clear} klar.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_controller.py" />
            <source>Check</source>
            <translation>Prüfen</translation>
        </message>
    </context>
    <context>
        <name>CheckKeys</name>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>overlay</source>
            <translation>Overlay</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>swipe</source>
            <translation>Wischen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>move the line of the swipe</source>
            <translation>die Linie des Wischens verschieben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>flicker</source>
            <translation>Blinken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>outline</source>
            <translation>Umriss</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>agreement of two masks</source>
            <translation>Übereinstimmung zweier Masken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>opacity</source>
            <translation>Deckkraft</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>hide or show the mask</source>
            <translation>die Maske verbergen oder zeigen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>next band combination</source>
            <translation>nächste Bandkombination</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>ask the pixel in the middle of the map</source>
            <translation>das Pixel in der Mitte der Karte befragen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>tile is ok</source>
            <translation>Kachel stimmt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>tile is wrong</source>
            <translation>Kachel ist falsch</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>skip the tile</source>
            <translation>die Kachel überspringen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>note on the tile</source>
            <translation>Notiz zur Kachel</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>use the pencil in the middle of the map</source>
            <translation>den Stift in der Mitte der Karte benutzen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>undo and redo corrections</source>
            <translation>Berichtigungen zurücknehmen und wiederholen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>close the polygon</source>
            <translation>das Polygon schließen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>take its last corner back</source>
            <translation>dessen letzte Ecke zurücknehmen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>give the polygon up</source>
            <translation>das Polygon verwerfen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>point is clear</source>
            <translation>Punkt ist klar</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>point is thick cloud</source>
            <translation>Punkt ist dichte Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>point is thin cloud</source>
            <translation>Punkt ist dünne Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>point is cloud shadow</source>
            <translation>Punkt ist Wolkenschatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>nobody can tell</source>
            <translation>niemand kann es sagen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>take the last label back</source>
            <translation>das letzte Urteil zurücknehmen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_keys.py" />
            <source>show this list</source>
            <translation>diese Liste zeigen</translation>
        </message>
    </context>
    <context>
        <name>CheckPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Strict or &amp;generous</source>
            <translation>Streng oder &amp;großzügig</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>As detected: {title}</source>
            <translation>Wie erkannt: {title}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>As detected</source>
            <translation>Wie erkannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Keys (?)</source>
            <translation>Tasten (?)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>M&amp;ask</source>
            <translation>M&amp;aske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>The mask that is checked</source>
            <translation>Die Maske, die geprüft wird</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Values</source>
            <translation>Werte</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>What the mask's values mean</source>
            <translation>Was die Werte der Maske bedeuten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Sce&amp;ne</source>
            <translation>Sze&amp;ne</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>The image that was masked</source>
            <translation>Das Bild, das maskiert wurde</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>A second mask: right of a swipe, between flickers, in the agreement</source>
            <translation>Eine zweite Maske: rechts der Wischlinie, im Wechsel beim Blinken, im Vergleich</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>Probabilities</source>
            <translation>Wahrscheinlichkeiten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/check_panel.py" />
            <source>The probabilities that were written with the mask</source>
            <translation>Die Wahrscheinlichkeiten, die mit der Maske geschrieben wurden</translation>
        </message>
    </context>
    <context>
        <name>CloudMask</name>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Composite</source>
            <translation>Komposit</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Clear observations</source>
            <translation>Klare Beobachtungen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Source scene</source>
            <translation>Herkunftsszene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Score</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Composite {day}</source>
            <translation>Komposit {day}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/composite_layers.py" />
            <source>Composite {first} – {last}</source>
            <translation>Komposit {first} – {last}</translation>
        </message>
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
            <location filename="../cloudmask_plugin/processing/refine.py" />
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
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Apply a cloud mask</source>
            <translation>Wolkenmaske anwenden</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>sentinel-2,mask,clip,nodata,cloud,shadow,scl,qa60,fmask</source>
            <translation>sentinel-2,maske,maskieren,ausschneiden,nodata,wolke,wolken,schatten,scl,qa60,fmask</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Writes a copy of a scene without its clouds and shadows.</source>
            <translation>Schreibt eine Kopie einer Szene ohne ihre Wolken und Schatten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Writes a copy of a scene in which the pixels that a mask calls cloud or shadow have no data. All other pixels keep their values to the bit, and the copy keeps bands, data type and scaling. The mask may be one of this plugin or any classified raster, on any grid that overlaps the scene's.</source>
            <translation>Schreibt eine Kopie einer Szene, in der die Pixel, die eine Maske Wolke oder Schatten nennt, keine Daten haben. Alle anderen Pixel behalten ihre Werte auf das Bit genau, und die Kopie behält Bänder, Datentyp und Skalierung. Die Maske kann eine dieses Plugins sein oder ein beliebiges klassifiziertes Raster, auf jedem Gitter, das das der Szene überdeckt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Mask</source>
            <translation>Maske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Mask of this plugin, or another classified raster such as SCL.</source>
            <translation>Maske dieses Plugins, oder ein anderes klassifiziertes Raster wie SCL.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Classes to remove</source>
            <translation>Klassen, die entfernt werden</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Classes whose pixels lose their values: thick, thin, shadow, clear.</source>
            <translation>Klassen, deren Pixel ihre Werte verlieren: thick (dicht), thin (dünn), shadow (Schatten), clear (klar).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Nodata value</source>
            <translation>Nodata-Wert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Value of pixels that are removed; without it the scene's own, or one that its data type has for this.</source>
            <translation>Wert der entfernten Pixel; ohne Angabe der Nodata-Wert der Szene, oder einer, den ihr Datentyp dafür hat.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Masked scene</source>
            <translation>Maskierte Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>GeoTIFF to write, with the bands and values of the scene.</source>
            <translation>GeoTIFF, das geschrieben wird, mit den Bändern und Werten der Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Removed, percent of the whole area</source>
            <translation>Entfernt, Prozent der ganzen Fläche</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/applymask.py" />
            <source>Removed: {share:.1%}</source>
            <translation>Entfernt: {share:.1%}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Cloud-free composite</source>
            <translation>Wolkenfreies Komposit</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>sentinel-2,composite,mosaic,cloud-free,best available pixel,bap,medoid,median,series</source>
            <translation>sentinel-2,komposit,mosaik,wolkenfrei,bestes verfügbares pixel,best available pixel,bap,medoid,median,serie,zeitreihe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Makes one image without clouds of several scenes.</source>
            <translation>Erstellt aus mehreren Szenen ein Bild ohne Wolken.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Makes one image of several scenes of a place, each pixel from a scene that is clear there, and records which. Masks are made on the way, or given.

The composite has bands, data type and scaling of the first scene, so that styles and formulas go on working; offsets of different processing baselines are harmonised, and scenes on other grids are warped, which the log says. Where nothing is clear it is left empty unless something else is asked for.

The results also tell, in percent of the whole area, how much is still empty and, as JSON, how much comes from each scene and how much of it is clear.</source>
            <translation>Erstellt aus mehreren Szenen eines Ortes ein Bild, jedes Pixel aus einer Szene, die dort klar ist, und hält fest, aus welcher. Masken werden unterwegs erstellt oder angegeben.

Das Komposit hat Bänder, Datentyp und Skalierung der ersten Szene, sodass Stile und Formeln weiter gelten; der Versatz verschiedener Processing Baselines wird angeglichen, und Szenen auf anderen Gittern werden umgerechnet, was das Protokoll sagt. Wo nichts klar ist, bleibt es leer, wenn nichts anderes verlangt wird.

Die Ergebnisse sagen auch, in Prozent der ganzen Fläche, wie viel noch leer ist und, als JSON, wie viel aus jeder Szene stammt und wie viel von ihr klar ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Still empty, percent of the whole area</source>
            <translation>Noch leer, Prozent der ganzen Fläche</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Number of scenes that are used somewhere</source>
            <translation>Zahl der Szenen, die irgendwo verwendet werden</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Method that was used</source>
            <translation>Verwendete Methode</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Percent from each scene, as JSON</source>
            <translation>Prozent aus jeder Szene, als JSON</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/scene_report.py" />
            <source>Warnings</source>
            <translation>Warnungen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>date unknown</source>
            <translation>Datum unbekannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>is made</source>
            <translation>wird erstellt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Scene {n}: {name}, {day}; mask: {mask}</source>
            <translation>Szene {n}: {name}, {day}; Maske: {mask}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>{name} is no series of dates: leave this empty.</source>
            <translation>{name} ist keine Serie von Daten: Lassen Sie dies leer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite.py" />
            <source>Still empty: {share:.1%}</source>
            <translation>Noch leer: {share:.1%}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Scenes</source>
            <translation>Szenen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Scenes of one place: layers, GeoTIFFs, products, folders or addresses, one for each date. The first gives grid, bands, data type and scaling; where scenes are equally good the earlier in the list is taken.</source>
            <translation>Szenen eines Ortes: Layer, GeoTIFFs, Produkte, Ordner oder Adressen, je eine für jedes Datum. Die erste gibt Gitter, Bänder, Datentyp und Skalierung vor; sind Szenen gleich gut, so wird die frühere der Liste genommen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Masks</source>
            <translation>Masken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Masks of this plugin in any order, which say of which scene they were made, or other classified rasters such as SCL, one for each scene in their order. A scene without a mask gets one on the way.</source>
            <translation>Masken dieses Plugins in beliebiger Reihenfolge, die sagen, von welcher Szene sie sind, oder andere klassifizierte Raster wie SCL, je eines für jede Szene in deren Reihenfolge. Eine Szene ohne Maske bekommt unterwegs eine.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Method</source>
            <translation>Methode</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>auto: by the number of scenes, said in the log. reference: the best scene, its holes filled from the others, matched to it. bap: the observation of the best score by distance to clouds, date, clear share and haze. medoid: the observation nearest to the median. median and p25: median and first quartile of each band. least-cloudy: the clearest scene first.</source>
            <translation>auto: nach der Zahl der Szenen, steht im Protokoll. reference: die beste Szene, ihre Lücken aus den anderen gefüllt, an sie angeglichen. bap: die Beobachtung mit der besten Bewertung nach Abstand zu Wolken, Datum, klarem Anteil und Dunst. medoid: die Beobachtung, die dem Median am nächsten ist. median und p25: Median und erstes Quartil jedes Bandes. least-cloudy: die klarste Szene zuerst.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Target date</source>
            <translation>Zieldatum</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Day whose look is wanted, such as 2023-07-15: scenes near it count more.</source>
            <translation>Tag, dessen Aussehen gewünscht ist, etwa 2023-07-15: Szenen in seiner Nähe zählen mehr.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Where nothing is clear</source>
            <translation>Wo nichts klar ist</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>never: leave it empty. thin: take thin cloud. any: take the least bad, thin cloud before shadow before thick cloud.</source>
            <translation>never: leer lassen. thin: dünne Wolke nehmen. any: das am wenigsten Schlechte nehmen, dünne Wolke vor Schatten vor dichter Wolke.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Extent</source>
            <translation>Ausdehnung</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Part to composite; without it the whole of the first scene.</source>
            <translation>Teil, für den das Komposit erstellt wird; ohne Angabe die ganze erste Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Resolution (m)</source>
            <translation>Auflösung (m)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Pixel size of the composite in metres, a multiple of the first scene's. “native” is that scene's own; of a product it is 20 m, or its finest where that is coarser.</source>
            <translation>Pixelgröße des Komposits in Metern, ein Vielfaches der der ersten Szene. „native“ ist die dieser Szene; bei einem Produkt 20 m, oder dessen feinste, wo sie gröber ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Dates of the scenes</source>
            <translation>Daten der Szenen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Day of each scene in their order, where it is not recognised, such as 2023-05-01,-,2023-06-30; - leaves one as it is known.</source>
            <translation>Tag jeder Szene in deren Reihenfolge, wo er nicht erkannt wird, etwa 2023-05-01,-,2023-06-30; - lässt einen, wie er bekannt ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Dates of a series</source>
            <translation>Daten einer Serie</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Which dates of files that hold several, such as 2018-05-03,2018-05-06, or their numbers from 1: each is a scene.</source>
            <translation>Welche Daten aus Dateien mit mehreren, etwa 2018-05-03,2018-05-06, oder ihre Nummern, von 1 an: Jedes ist eine Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Model of masks made on the way</source>
            <translation>Modell für unterwegs erstellte Masken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Neural network to use; “default” is the one that fits most scenes.</source>
            <translation>Neuronales Netz; „default“ ist das, das für die meisten Szenen passt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Processor threads to use; 0 is all.</source>
            <translation>Zahl der Prozessor-Threads; 0 sind alle.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Weight of the distance to clouds</source>
            <translation>Gewicht des Abstands zu Wolken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Of method bap: how much it counts that cloud and shadow are far, up to 3 km.</source>
            <translation>Für die Methode bap: wie viel es zählt, dass Wolke und Schatten fern sind, bis 3 km.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Weight of the date</source>
            <translation>Gewicht des Datums</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Of method bap: how much it counts that the target date is near.</source>
            <translation>Für die Methode bap: wie viel es zählt, dass das Zieldatum nahe ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Weight of the clear share</source>
            <translation>Gewicht des klaren Anteils</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Of method bap: how much it counts that the scene is clear elsewhere.</source>
            <translation>Für die Methode bap: wie viel es zählt, dass die Szene auch sonst klar ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Weight of haze</source>
            <translation>Gewicht des Dunstes</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Of method bap: how much it counts that a pixel has little haze.</source>
            <translation>Für die Methode bap: wie viel es zählt, dass ein Pixel wenig Dunst hat.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Width of the date (days)</source>
            <translation>Breite des Datums (Tage)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Days from the target date at which an observation counts 0.6 of one on the day.</source>
            <translation>Tage Abstand vom Zieldatum, bei denen eine Beobachtung das 0,6-Fache einer am Tag selbst zählt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Doubt what other scenes contradict</source>
            <translation>Anzweifeln, dem andere Szenen widersprechen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Observations that a mask calls clear but two other scenes contradict come second: they are often missed cloud or shadow.</source>
            <translation>Beobachtungen, die eine Maske klar nennt, denen aber zwei andere Szenen widersprechen, kommen an zweiter Stelle: Sie sind oft übersehene Wolke oder übersehener Schatten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>GeoTIFF to write, with the bands, data type and scaling of the first scene.</source>
            <translation>GeoTIFF, das geschrieben wird, mit Bändern, Datentyp und Skalierung der ersten Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>GeoTIFF with the number of scenes that are clear there.</source>
            <translation>GeoTIFF mit der Zahl der Szenen, die dort klar sind.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>GeoTIFF with the scene of each pixel: 1 is the first, 0 none, with the dates as names of the categories. Not for median and p25, which mix scenes.</source>
            <translation>GeoTIFF mit der Szene jedes Pixels: 1 ist die erste, 0 keine, mit den Daten als Namen der Kategorien. Nicht bei median und p25, die Szenen mischen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>GeoTIFF with the score of each pixel; of method bap only.</source>
            <translation>GeoTIFF mit der Bewertung jedes Pixels; nur bei der Methode bap.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Dates of the masks</source>
            <translation>Daten der Masken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Where masks do not tell them: one for each in their order with commas between, such as 2023-06-03,2023-06-13; - leaves one as it tells.</source>
            <translation>Wo Masken sie nicht nennen: für jede eines in deren Reihenfolge, mit Kommas getrennt, etwa 2023-06-03,2023-06-13; - lässt eines, wie die Maske es nennt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Classes of the masks</source>
            <translation>Klassen der Masken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>What the values of given masks mean. auto: as their tags, names or values tell. ours: masks of this plugin. scl: Sen2Cor's scene classification. qa60: Sentinel-2's cloud bits. fmask and kappamask: of these programs. qa_pixel: Landsat's quality bits.</source>
            <translation>Was die Werte angegebener Masken bedeuten. auto: wie ihre Tags, Namen oder Werte sagen. ours: Masken dieses Plugins. scl: die Szenenklassifikation von Sen2Cor. qa60: die Wolkenbits von Sentinel-2. fmask und kappamask: von diesen Programmen. qa_pixel: die Qualitätsbits von Landsat.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Values of the masks</source>
            <translation>Werte der Masken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>Values of other masks with their classes, such as 1=thick,2=thin,3=shadow,255=nodata; what is not listed is clear. Takes the place of the list of classes.</source>
            <translation>Werte anderer Masken mit ihren Klassen, etwa 1=thick,2=thin,3=shadow,255=nodata; was nicht genannt ist, ist klar. Tritt an die Stelle der Liste der Klassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Buffer (m)</source>
            <translation>Puffer (m)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>By how much clouds and shadows grow over clear pixels, in metres.</source>
            <translation>Um wie viel Wolken und Schatten über klare Pixel wachsen, in Metern.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <source>{n} dates for {m} scenes: give one for each, - for one that is known.</source>
            <translation>{n} Daten für {m} Szenen: Geben Sie für jede eines an, - für eines, das bekannt ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/composite_parameters.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>“{value}” is not understood: {remedy}</source>
            <translation>„{value}“ ist unverständlich: {remedy}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Accuracy of masks</source>
            <translation>Genauigkeit von Masken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>accuracy,validation,confusion matrix,reference,truth,cloudsen12,boa,f1,olofsson</source>
            <translation>genauigkeit,validierung,konfusionsmatrix,referenz,wahrheit,cloudsen12,boa,f1,olofsson</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Compares masks with reference rasters, points or polygons.</source>
            <translation>Vergleicht Masken mit Referenzrastern, Punkten oder Polygonen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Compares masks with what is really there: a reference raster for each mask, or labelled points or polygons. The report shows the confusion matrix, overall, producer's, user's and balanced accuracy, F1, F2 and IoU of each class and of cloud, shadow and invalid (both) against the rest, and maps of mask, reference and agreement.

Several masks also give the table of CloudSEN12: the median balanced accuracy over the masks, and how many have a low, middle and high producer's and user's accuracy.

Points also give the area of each class and the accuracies by area with 95 % limits (Olofsson et al. 2014). That needs points drawn at random, best so many within each class of the mask.

A reference on another grid is compared on the grid of the smaller pixels, each with the nearest of the other. Of polygons those pixels count whose centre lies inside; where polygons overlap the last one does. Scores that are undefined, as of a class that is nowhere, are shown as — and have no value.</source>
            <translation>Vergleicht Masken mit dem, was wirklich da ist: mit einem Referenzraster für jede Maske, oder mit beurteilten Punkten oder Polygonen. Der Bericht zeigt die Konfusionsmatrix, Gesamt-, Hersteller-, Nutzer- und balancierte Genauigkeit, F1, F2 und IoU jeder Klasse sowie von Wolke, Schatten und Ungültigem (beidem) gegen den Rest, und Karten von Maske, Referenz und Übereinstimmung.

Mehrere Masken ergeben auch die Tabelle von CloudSEN12: den Median der balancierten Genauigkeit über die Masken, und wie viele eine niedrige, mittlere und hohe Hersteller- und Nutzergenauigkeit haben.

Punkte ergeben auch die Fläche jeder Klasse und die Genauigkeiten nach Fläche mit 95-%-Grenzen (Olofsson et al. 2014). Dazu müssen die Punkte zufällig gezogen sein, am besten eine bestimmte Zahl in jeder Klasse der Maske.

Eine Referenz auf einem anderen Gitter wird auf dem Gitter der kleineren Pixel verglichen, jedes mit dem nächsten des anderen. Bei Polygonen zählen die Pixel, deren Mitte darin liegt; wo Polygone sich überdecken, gilt das letzte. Werte, die nicht bestimmt sind, etwa bei einer Klasse, die nirgends vorkommt, stehen als — da und haben keinen Wert.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Masks of this plugin, or other classified rasters.</source>
            <translation>Masken dieses Plugins, oder andere klassifizierte Raster.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Reference rasters</source>
            <translation>Referenzraster</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>One for each mask in the same order, or one for all.</source>
            <translation>Eines für jede Maske in derselben Reihenfolge, oder eines für alle.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Labelled points or polygons</source>
            <translation>Beurteilte Punkte oder Polygone</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>In place of reference rasters, for all masks.</source>
            <translation>Anstelle von Referenzrastern, für alle Masken.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Field of the class</source>
            <translation>Feld der Klasse</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Holds the labels; without it the only field whose values fit.</source>
            <translation>Enthält die Urteile; ohne Angabe das einzige Feld, dessen Werte passen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Classes of the reference</source>
            <translation>Klassen der Referenz</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>What values or labels of the reference mean: ours, scl, qa60, fmask, kappamask or qa_pixel, or pairs such as 1=thick,2=thin,forest=clear. Without it as tags, names or values tell; labels may be 0 to 3 or the names of the classes.</source>
            <translation>Was Werte oder Urteile der Referenz bedeuten: ours, scl, qa60, fmask, kappamask oder qa_pixel, oder Paare wie 1=thick,2=thin,forest=clear. Ohne Angabe, wie Tags, Namen oder Werte sagen; Urteile können 0 bis 3 oder die Namen der Klassen sein.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <location filename="../cloudmask_plugin/processing/info.py" />
            <source>HTML files (*.html)</source>
            <translation>HTML-Dateien (*.html)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Page to write: matrix, scores, maps and provenance.</source>
            <translation>Seite, die geschrieben wird: Matrix, Kennwerte, Karten und Herkunft.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Report as PDF</source>
            <translation>Bericht als PDF</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>PDF files (*.pdf)</source>
            <translation>PDF-Dateien (*.pdf)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>The same page on paper.</source>
            <translation>Dieselbe Seite auf Papier.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Table of scores</source>
            <translation>Tabelle der Kennwerte</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>CSV files (*.csv)</source>
            <translation>CSV-Dateien (*.csv)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>CSV file with a line for each class and question of each mask.</source>
            <translation>CSV-Datei mit einer Zeile für jede Klasse und Frage jeder Maske.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Overall accuracy</source>
            <translation>Gesamtgenauigkeit</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Pixels or points compared</source>
            <translation>Verglichene Pixel oder Punkte</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>All figures, as JSON</source>
            <translation>Alle Zahlen, als JSON</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>Masks are compared either with reference rasters or with labelled points or polygons: give one of both.</source>
            <translation>Masken werden entweder mit Referenzrastern oder mit beurteilten Punkten oder Polygonen verglichen: Geben Sie eines von beiden an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/evaluate.py" />
            <source>{n} references for {masks} masks: give one for each in the same order, or one for all.</source>
            <translation>{n} Referenzen für {masks} Masken: Geben Sie für jede eine in derselben Reihenfolge an, oder eine für alle.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/example_models.py" />
            <source>Example models</source>
            <translation>Beispielmodelle</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/example_models.py" />
            <source>Scene to mask, polygons and parcels</source>
            <translation>Szene zu Maske, Polygonen und Parzellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/example_models.py" />
            <source>Two scenes to masks, composite and parcels</source>
            <translation>Zwei Szenen zu Masken, Komposit und Parzellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/example_models.py" />
            <source>Folder of scenes to usable dates of parcels</source>
            <translation>Ordner von Szenen zu brauchbaren Daten von Parzellen</translation>
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
            <source>Tells what “Mask clouds” would take a scene for: sensor, level, processing baseline, bands, scale and offset, nodata value, time, sun and grid, each with where it comes from and whether it is a guess, and what looks wrong. Only samples of the pixels are read.

The results are values that a model or a script can go on with; texts are empty and numbers missing where nothing tells them. The report shows the same as a page.</source>
            <translation>Sagt, wofür „Wolken maskieren“ eine Szene hielte: Sensor, Verarbeitungsstufe, Processing Baseline, Bänder, Skala und Versatz, Nodata-Wert, Zeitpunkt, Sonne und Gitter, jeweils mit der Herkunft und ob es vermutet ist, und was nicht zu stimmen scheint. Von den Pixeln werden nur Stichproben gelesen.

Die Ergebnisse sind Werte, mit denen ein Modell oder Skript weiterarbeiten kann; wo nichts sie verrät, sind Texte leer und fehlen Zahlen. Der Bericht zeigt dasselbe als Seite.</translation>
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
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Sun zenith (°)</source>
            <translation>Zenitwinkel der Sonne (°)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/info.py" />
            <location filename="../cloudmask_plugin/processing/refine.py" />
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
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Part of the scene to mask; without it the whole scene.</source>
            <translation>Teil der Szene, der maskiert wird; ohne Angabe die ganze Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>GeoTIFF to write: 0 clear, 1 thick cloud, 2 thin cloud, 3 shadow, 255 no data.</source>
            <translation>GeoTIFF, das geschrieben wird: 0 klar, 1 dichte Wolke, 2 dünne Wolke, 3 Schatten, 255 keine Daten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Probabilities</source>
            <translation>Wahrscheinlichkeiten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>GeoTIFF with the probability of each class, one band each, 250 standing for 1.</source>
            <translation>GeoTIFF mit der Wahrscheinlichkeit jeder Klasse, je ein Band; 250 steht für 1.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Purpose</source>
            <translation>Zweck</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>What the mask is for: {list}. Values given below go before it.</source>
            <translation>Wofür die Maske ist: {list}. Unten angegebene Werte gehen vor.</translation>
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
            <source>Minimum area (ha)</source>
            <translation>Mindestfläche (ha)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Areas of cloud or shadow smaller than this become clear, in hectares.</source>
            <translation>Kleinere Flächen von Wolke oder Schatten werden klar, in Hektar.</translation>
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
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Pixel size of the mask in metres. “native” is the scene's own; of a product it is 20 m, or its finest where that is coarser.</source>
            <translation>Pixelgröße der Maske in Metern. „native“ ist die der Szene; bei einem Produkt 20 m, oder dessen feinste, wo sie gröber ist.</translation>
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
            <source>Dask scheduler</source>
            <translation>Dask-Scheduler</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_parameters.py" />
            <source>Address of a Dask scheduler, such as tcp://host:8786, whose workers do the work; they must see the same folders. Without one this computer does it.</source>
            <translation>Adresse eines Dask-Schedulers, etwa tcp://host:8786, dessen Worker die Arbeit tun; sie müssen dieselben Ordner sehen. Ohne einen tut es dieser Rechner.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>{name}, percent of the area with data</source>
            <translation>{name}, Prozent der Fläche mit Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>No data, percent of the whole area</source>
            <translation>Keine Daten, Prozent der ganzen Fläche</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>{name}, percent of the shadow</source>
            <translation>{name}, Prozent des Schattens</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>Shadow without a cloud</source>
            <translation>Schatten ohne Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>Unchecked shadow</source>
            <translation>Nicht prüfbarer Schatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/mask_shares.py" />
            <source>Shadow of terrain</source>
            <translation>Geländeschatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Mask a folder of scenes</source>
            <translation>Einen Ordner von Szenen maskieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>sentinel-2,batch,folder,series,time,queue,cloud,shadow,mask,cluster,dask</source>
            <translation>sentinel-2,batch,stapel,ordner,serie,zeitreihe,zeit,warteschlange,wolke,wolken,schatten,maske,cluster,dask</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Masks all scenes of a folder, and goes on where it stopped.</source>
            <translation>Maskiert alle Szenen eines Ordners und macht weiter, wo es aufgehört hat.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Masks all scenes that lie in a folder or below it: products (.SAFE, their zips), Landsat scenes, stacks of bands, and files of single bands that are named alike.

A scene that was masked before by the same model with the same values is skipped, unless its files have changed since; so an interrupted run goes on when it is started again. A scene that fails is told and stops no other. Where probabilities are kept, other thresholds, minimum areas or buffers later take seconds a scene.

Beside the masks are written: summary.csv with date, level, percents, seconds and what went wrong; the same as a layer of footprints; and for each grid a series_….vrt with a band a date. Masks that are added to the project step through time with the temporal controller.</source>
            <translation>Maskiert alle Szenen, die in einem Ordner oder darunter liegen: Produkte (.SAFE, deren Zips), Landsat-Szenen, Bandstapel und gleich benannte Dateien einzelner Bänder.

Eine Szene, die mit demselben Modell und denselben Werten schon maskiert wurde, wird übersprungen, wenn sich ihre Dateien seitdem nicht geändert haben; so macht ein unterbrochener Lauf weiter, wenn er neu gestartet wird. Eine Szene, die fehlschlägt, wird genannt und hält keine andere auf. Werden Wahrscheinlichkeiten behalten, so brauchen andere Schwellen, Mindestflächen oder Puffer später Sekunden je Szene.

Neben den Masken werden geschrieben: summary.csv mit Datum, Verarbeitungsstufe, Prozenten, Sekunden und dem, was misslang; dasselbe als Layer der Umrisse; und für jedes Gitter eine series_….vrt mit einem Band je Datum. Masken, die dem Projekt hinzugefügt werden, laufen mit der Zeitsteuerung durch die Zeit.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Folder that holds the scenes, in any depth.</source>
            <translation>Ordner, der die Szenen enthält, in beliebiger Tiefe.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Only what matches</source>
            <translation>Nur was passt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Patterns below the folder with semicolons between, such as **/*_T31*.SAFE; ** stands for folders of any depth. Without one all scenes are masked.</source>
            <translation>Muster unterhalb des Ordners, mit Strichpunkten getrennt, etwa **/*_T31*.SAFE; ** steht für Ordner beliebiger Tiefe. Ohne Angabe werden alle Szenen maskiert.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Keep probabilities</source>
            <translation>Wahrscheinlichkeiten behalten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Also write the probability of each class, so that other thresholds later need no model.</source>
            <translation>Auch die Wahrscheinlichkeit jeder Klasse schreiben, sodass andere Schwellen später kein Modell brauchen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Mask again what is masked already</source>
            <translation>Schon Maskiertes noch einmal maskieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Skip nothing.</source>
            <translation>Nichts überspringen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Add the masks to the project</source>
            <translation>Die Masken dem Projekt hinzufügen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>As one group, each mask with the time of its scene, for the temporal controller.</source>
            <translation>Als eine Gruppe, jede Maske mit der Zeit ihrer Szene, für die Zeitsteuerung.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Folder of the masks, the summary and the series.</source>
            <translation>Ordner der Masken, der Zusammenfassung und der Serien.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Summary as a table</source>
            <translation>Zusammenfassung als Tabelle</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Summary as footprints</source>
            <translation>Zusammenfassung als Umrisse</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Scenes masked</source>
            <translation>Maskierte Szenen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Scenes made from probabilities</source>
            <translation>Aus Wahrscheinlichkeiten erstellte Szenen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Scenes skipped</source>
            <translation>Übersprungene Szenen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>Scenes failed</source>
            <translation>Fehlgeschlagene Szenen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>None of {n} scenes could be masked; the first failed with: {reason}</source>
            <translation>Keine von {n} Szenen konnte maskiert werden; die erste schlug fehl mit: {reason}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/maskfolder.py" />
            <source>“{path}” is no folder: choose the one with the scenes.</source>
            <translation>„{path}“ ist kein Ordner: Wählen Sie den mit den Szenen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Turn a mask into polygons</source>
            <translation>Eine Maske in Polygone umwandeln</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>polygonize,vectorize,vector,outline,area,cloud,shadow,dissolve,simplify</source>
            <translation>polygonisieren,vektorisieren,vektor,umriss,fläche,wolke,wolken,schatten,auflösen,vereinfachen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Outlines clouds and shadows as polygons with their area.</source>
            <translation>Umreißt Wolken und Schatten als Polygone mit ihrer Fläche.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Outlines the areas of a mask’s classes as polygons with the attributes class (code), name and hectares, in the colours of the mask.

Outlines follow the pixels, or are simplified by at most a tolerance: neighbours go on sharing their outline, so that neither gaps nor overlaps arise, and where outlines would cross they stay closer to the pixels. Hectares are those of the ellipsoid WGS 84 within the outline as it is drawn; without a coordinate system those of the map.

Areas that touch with their corners only are polygons of their own.</source>
            <translation>Umreißt die Flächen der Klassen einer Maske als Polygone mit den Attributen class (Code), name und hectares, in den Farben der Maske.

Umrisse folgen den Pixeln oder werden um höchstens eine Toleranz vereinfacht: Nachbarn teilen ihren Umriss weiterhin, sodass weder Lücken noch Überlappungen entstehen, und wo Umrisse sich kreuzen würden, bleiben sie näher an den Pixeln. Hektar sind die des Ellipsoids WGS 84 innerhalb des gezeichneten Umrisses; ohne Koordinatensystem die der Karte.

Flächen, die sich nur mit ihren Ecken berühren, sind eigene Polygone.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Classes to outline</source>
            <translation>Klassen, die umrissen werden</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Classes that become polygons: thick, thin, shadow, clear.</source>
            <translation>Klassen, die Polygone werden: thick (dicht), thin (dünn), shadow (Schatten), clear (klar).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>One feature a class</source>
            <translation>Ein Objekt je Klasse</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>All areas of a class as one feature with many parts.</source>
            <translation>Alle Flächen einer Klasse als ein Objekt mit vielen Teilen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Tolerance (m)</source>
            <translation>Toleranz (m)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>By how much outlines may move to become simpler, in metres; 0 follows the pixels. About one pixel takes the stairs away.</source>
            <translation>Um wie viel Umrisse sich verschieben dürfen, um einfacher zu werden, in Metern; 0 folgt den Pixeln. Etwa ein Pixel nimmt die Treppen weg.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Smallest polygon (ha)</source>
            <translation>Kleinstes Polygon (ha)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Smaller polygons are left out, in hectares.</source>
            <translation>Kleinere Polygone werden ausgelassen, in Hektar.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Fill holes up to (ha)</source>
            <translation>Löcher füllen bis (ha)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Smaller holes are filled together with whatever lies in them, but for pixels without data, in hectares.</source>
            <translation>Kleinere Löcher werden gefüllt samt allem, was darin liegt, außer Pixeln ohne Daten, in Hektar.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Polygons</source>
            <translation>Polygone</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>Layer to write, with its style beside it.</source>
            <translation>Layer, der geschrieben wird, mit seinem Stil daneben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>{name} (ha)</source>
            <translation>{name} (ha)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/polygonise.py" />
            <source>None is chosen: choose one or more.</source>
            <translation>Nichts ist gewählt: Wählen Sie eines oder mehrere.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Refine a cloud mask</source>
            <translation>Wolkenmaske verfeinern</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>sentinel-2,mask,probability,threshold,buffer,sieve,shadow,cloud</source>
            <translation>sentinel-2,maske,wahrscheinlichkeit,schwelle,puffer,sieben,schatten,wolke,wolken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Makes a mask anew from stored probabilities, in seconds.</source>
            <translation>Erstellt eine Maske neu aus gespeicherten Wahrscheinlichkeiten, in Sekunden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Makes a cloud mask anew from the probabilities that “Mask clouds” has written, with other thresholds, another minimum area, another buffer, or shadow checked by the sun. The model is not run, so that it takes seconds; the mask is the one that “Mask clouds” would make with these values.

Choose what the mask is for under Purpose, or give values of your own. The numbers in the results are percents: of the area with data for the four classes, of the whole area for no data.</source>
            <translation>Erstellt eine Wolkenmaske neu aus den Wahrscheinlichkeiten, die „Wolken maskieren“ geschrieben hat, mit anderen Schwellen, anderer Mindestfläche, anderem Puffer, oder mit anhand der Sonne geprüftem Schatten. Das Modell läuft nicht, daher dauert es nur Sekunden; die Maske ist die, die „Wolken maskieren“ mit diesen Werten erstellen würde.

Wählen Sie unter Zweck, wofür die Maske ist, oder geben Sie eigene Werte an. Die Zahlen im Ergebnis sind Prozente: der Fläche mit Daten für die vier Klassen, der ganzen Fläche für keine Daten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Raster of probabilities that “Mask clouds” has written, a band a class.</source>
            <translation>Raster der Wahrscheinlichkeiten, das „Wolken maskieren“ geschrieben hat, ein Band je Klasse.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Suspects</source>
            <translation>Verdachtsstellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Layer that “Suspects over time” has written: where it shows a score, calls of cloud count less, by up to a factor of 25 in the odds; what is cloud with more than 96 % stays cloud.</source>
            <translation>Layer, den „Verdachtsstellen über die Zeit“ geschrieben hat: Wo er eine Punktzahl zeigt, zählen Urteile auf Wolke weniger, um einen Faktor von bis zu 25 in den Quoten; was mit mehr als 96 % Wolke ist, bleibt Wolke.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Strength of the suspects</source>
            <translation>Stärke der Verdachtsstellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>How much they count: 0 not at all, 1 as Bayes' rule has it.</source>
            <translation>Wie viel sie zählen: 0 gar nicht, 1 wie es die Regel von Bayes will.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <source>Angle of the sun from overhead, in degrees, where the probabilities tell none.</source>
            <translation>Winkel der Sonne zum Zenit, in Grad, wo die Wahrscheinlichkeiten keinen nennen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/refine.py" />
            <location filename="../cloudmask_plugin/processing/scene_parameters.py" />
            <source>Direction of the sun, in degrees clockwise from north.</source>
            <translation>Richtung der Sonne, in Grad im Uhrzeigersinn von Norden.</translation>
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
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Suspects over time</source>
            <translation>Verdachtsstellen über die Zeit</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>false alarm,commission,lagoon,roof,glacier,beach,bright,cloud frequency,time series</source>
            <translation>fehlalarm,kommission,lagune,dach,gletscher,strand,hell,wolkenhäufigkeit,zeitreihe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Finds lagoons, roofs and beaches that masks take for cloud again and again.</source>
            <translation>Findet Lagunen, Dächer und Strände, die Masken immer wieder für Wolke halten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Finds places that the masks of several dates call cloud implausibly often: lagoons, roofs, beaches, ice. “Refine a cloud mask” takes the layer as suspects, and believes calls of cloud less there.

A place is suspect where it is called cloud on days on which most of its surroundings are clear, more often than chance explains, and with the same outline each time. It is compared with the cloudiest of eight squares around it, so that mountains and coasts, where cloud really comes more often, are ordinary.

Needs masks of 8 dates or more, on any grids; the first gives that of the result. 24 dates find most, 48 nearly all. What is larger than a square cannot be told from its surroundings, nor a plume or fog that has the same outline each time from a building.

Bands of the layer: the clear days on which a suspect is called cloud in percent, 0 for ordinary places; dates with data; times thick and times thin cloud; days with little cloud around; and how many of these it is called cloud.</source>
            <translation>Findet Orte, die die Masken mehrerer Daten unglaubhaft oft Wolke nennen: Lagunen, Dächer, Strände, Eis. „Wolkenmaske verfeinern“ nimmt den Layer als Verdachtsstellen und glaubt Urteilen auf Wolke dort weniger.

Ein Ort ist verdächtig, wo er an Tagen Wolke genannt wird, an denen das meiste ringsum klar ist, öfter als der Zufall erklärt und jedes Mal mit demselben Umriss. Er wird mit dem wolkigsten von acht Quadraten ringsum verglichen, sodass Berge und Küsten, wo Wolken wirklich häufiger sind, als gewöhnlich gelten.

Braucht Masken von 8 Daten oder mehr, auf beliebigen Gittern; die erste gibt das des Ergebnisses vor. 24 Daten finden das meiste, 48 fast alles. Was größer als ein Quadrat ist, lässt sich nicht von seiner Umgebung unterscheiden, und eine Abgasfahne oder Nebel mit jedes Mal demselben Umriss nicht von einem Gebäude.

Bänder des Layers: die klaren Tage in Prozent, an denen eine Verdachtsstelle Wolke genannt wird, 0 für gewöhnliche Orte; Daten mit Messwerten; wie oft dichte und wie oft dünne Wolke; Tage mit wenig Wolke ringsum; und an wie vielen davon er Wolke genannt wird.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Masks of one place on 8 dates or more, in any order and on any grids; the first gives that of the result.</source>
            <translation>Masken eines Orts an 8 oder mehr Daten, in beliebiger Reihenfolge und auf beliebigen Gittern; die erste gibt das des Ergebnisses vor.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Part to look at; without it the whole of the first mask.</source>
            <translation>Teil, der betrachtet wird; ohne Angabe die ganze erste Maske.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Squares around a place (km)</source>
            <translation>Quadrate um einen Ort (km)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Side of the squares that a place is compared with, in kilometres. Suspects are smaller than that; wider squares find wider ones, and take more of a mountain for ordinary ground.</source>
            <translation>Seite der Quadrate, mit denen ein Ort verglichen wird, in Kilometern. Verdachtsstellen sind kleiner; breitere Quadrate finden breitere und nehmen mehr von einem Berg für gewöhnlichen Boden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>GeoTIFF to write: the score and how often cloud was called.</source>
            <translation>GeoTIFF, das geschrieben wird: die Punktzahl und wie oft Wolke gemeldet wurde.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Suspect, percent of the area with dates enough</source>
            <translation>Verdächtig, Prozent der Fläche mit genug Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>Suspect, hectares</source>
            <translation>Verdächtig, Hektar</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Dates</source>
            <translation>Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/suspects.py" />
            <source>What was found, as JSON</source>
            <translation>Was gefunden wurde, als JSON</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is no date: give one such as 2023-07-15.</source>
            <translation>„{value}“ ist kein Datum: Geben Sie eines an, etwa 2023-07-15.</translation>
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
            <source>None is given: add one or more layers, files or folders.</source>
            <translation>Nichts ist angegeben: Fügen Sie einen oder mehrere Layer, Dateien oder Ordner hinzu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is neither a raster layer nor a file or folder.</source>
            <translation>„{value}“ ist weder ein Rasterlayer noch eine Datei oder ein Ordner.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/values.py" />
            <source>“{value}” is no number: give one, such as 0.5.</source>
            <translation>„{value}“ ist keine Zahl: Geben Sie eine an, etwa 0.5.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Usable dates of polygons</source>
            <translation>Brauchbare Daten von Polygonen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>zonal statistics,parcels,fields,clear,cloud free,dates,time series,share</source>
            <translation>zonale statistik,parzellen,felder,schläge,klar,wolkenfrei,daten,zeitreihe,anteil</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Tells on which dates each of your polygons is clear.</source>
            <translation>Sagt, an welchen Daten jedes Ihrer Polygone klar ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Tells for each polygon, such as your parcels, and each date which share of it is clear, thick cloud, thin cloud, shadow and without data, and so on which dates it can be used.

The layer has the polygons with their own attributes, the number of usable dates (dates_ok), the best date, its usable percentage and the mean over the dates. The table has a line for each polygon and date, the summary one for each date: how many polygons it serves.

Shares are of the whole polygon: what lies outside a mask has no data. Pixels on the edge count by the part of them that lies inside, so that polygons smaller than a pixel have a share, too. Polygons may be in any coordinate system. Of several masks of one day the one that shows most of a polygon counts. Dates are those of the masks' layers, their tags or their names.</source>
            <translation>Sagt für jedes Polygon, etwa Ihre Parzellen, und jedes Datum, welcher Anteil klar, dichte Wolke, dünne Wolke, Schatten und ohne Daten ist, und damit, an welchen Daten es brauchbar ist.

Der Layer hat die Polygone mit ihren eigenen Attributen, die Zahl der brauchbaren Daten (dates_ok), das beste Datum, dessen brauchbaren Prozentsatz und das Mittel über die Daten. Die Tabelle hat eine Zeile für jedes Polygon und Datum, die Zusammenfassung eine für jedes Datum: für wie viele Polygone es taugt.

Anteile beziehen sich auf das ganze Polygon: Was außerhalb einer Maske liegt, hat keine Daten. Randpixel zählen mit dem Teil, der innerhalb liegt, sodass auch Polygone, die kleiner als ein Pixel sind, einen Anteil haben. Polygone dürfen in jedem Koordinatensystem sein. Von mehreren Masken eines Tages zählt die, die am meisten von einem Polygon zeigt. Daten sind die der Layer der Masken, ihrer Tags oder ihrer Namen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Your parcels or other polygons; only those selected, if asked.</source>
            <translation>Ihre Parzellen oder andere Polygone; nur die ausgewählten, wenn verlangt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Masks of the dates, in any order and on any grids.</source>
            <translation>Masken der Daten, in beliebiger Reihenfolge und auf beliebigen Gittern.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Field that names the polygons</source>
            <translation>Feld, das die Polygone benennt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>What the table calls them; without it by their numbers.</source>
            <translation>Wie die Tabelle sie nennt; ohne Angabe mit ihren Nummern.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Classes that cannot be used</source>
            <translation>Unbrauchbare Klassen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Pixels of these classes count as lost; so do those without data.</source>
            <translation>Pixel dieser Klassen gelten als verloren; ebenso die ohne Daten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Usable from (%)</source>
            <translation>Brauchbar ab (%)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Percentage of a polygon from which a date serves it.</source>
            <translation>Prozentsatz eines Polygons, ab dem ein Datum für es taugt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Weights of classes</source>
            <translation>Gewichte der Klassen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>How much of a pixel of a class can be used, from 0 to 1, such as thin=0.5; takes the place of the classes that cannot be used for those that are named.</source>
            <translation>Wie viel von einem Pixel einer Klasse brauchbar ist, von 0 bis 1, etwa thin=0.5; tritt für die genannten Klassen an die Stelle der unbrauchbaren Klassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Usable dates</source>
            <translation>Brauchbare Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Layer of the polygons to write, coloured by usable dates.</source>
            <translation>Layer der Polygone, der geschrieben wird, gefärbt nach brauchbaren Daten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Table of polygons and dates</source>
            <translation>Tabelle der Polygone und Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>CSV file with a line for each polygon and date.</source>
            <translation>CSV-Datei mit einer Zeile für jedes Polygon und Datum.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Summary by date</source>
            <translation>Zusammenfassung nach Datum</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>CSV file with a line for each date.</source>
            <translation>CSV-Datei mit einer Zeile für jedes Datum.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Polygons that no date serves</source>
            <translation>Polygone, für die kein Datum taugt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Polygons that the best date serves</source>
            <translation>Polygone, für die das beste Datum taugt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>Date that serves most polygons</source>
            <translation>Datum, das für die meisten Polygone taugt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>What each date does, as JSON</source>
            <translation>Was jedes Datum leistet, als JSON</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/processing/zonalclear.py" />
            <source>{n} dates for {masks} masks: give one for each in their order, - where it tells.</source>
            <translation>{n} Daten für {masks} Masken: Geben Sie für jede eines in deren Reihenfolge an, - wo die Maske es nennt.</translation>
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
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>Name the file to write under Output, or choose a temporary layer.</source>
            <translation>Nennen Sie unter Ausgabe die Datei, oder wählen Sie einen temporären Layer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>The folder {folder} does not exist: choose another file.</source>
            <translation>Den Ordner {folder} gibt es nicht: Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Cloud mask</source>
            <translation>Wolkenmaske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Mask</source>
            <translation>Maske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Find clouds and their shadows in a scene</source>
            <translation>Wolken und ihre Schatten in einer Szene finden</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Composite</source>
            <translation>Komposit</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Make one image without clouds of several dates</source>
            <translation>Aus mehreren Daten ein Bild ohne Wolken erstellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>Check</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>See whether a mask is good enough, and mend it</source>
            <translation>Sehen, ob eine Maske gut genug ist, und sie ausbessern</translation>
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
            <source>Composite failed</source>
            <translation>Komposit fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/dock.py" />
            <source>The composite was cancelled; the mask is whole.</source>
            <translation>Das Komposit wurde abgebrochen; die Maske ist ganz.</translation>
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
            <location filename="../cloudmask_plugin/gui/messages.py" />
            <source>Add to map</source>
            <translation>Zur Karte hinzufügen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/messages.py" />
            <source>Check it</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/messages.py" />
            <source>Log</source>
            <translation>Protokoll</translation>
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
            <translation>Aus dem Produkt {name} gelesen; nichts musste vermutet werden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>Read from the item {name}; nothing had to be guessed.</source>
            <translation>Aus dem Item {name} gelesen; nichts musste vermutet werden.</translation>
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
            <source>Also make a cloud-free composite</source>
            <translation>Auch ein wolkenfreies Komposit erstellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source> (+ 1 date)</source>
            <translation> (+ 1 Datum)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source> (+ {n} more)</source>
            <translation> (+ {n} weitere)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>A run is under way.</source>
            <translation>Ein Lauf ist im Gang.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/state.py" />
            <source>No other date of this place is loaded: load one, or add it in the tab Composite.</source>
            <translation>Kein anderes Datum dieses Ortes ist geladen: Laden Sie eines, oder fügen Sie es im Reiter Komposit hinzu.</translation>
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
            <source>Mas&amp;k and composite</source>
            <translation>Mas&amp;ke und Komposit</translation>
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
        <name>CompositePanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Write the composite to</source>
            <translation>Das Komposit schreiben nach</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>The composite is written here, clear observations and source scenes beside it; existing files are replaced once they are whole.</source>
            <translation>Hierhin wird das Komposit geschrieben, klare Beobachtungen und Herkunftsszenen daneben; vorhandene Dateien werden ersetzt, sobald die neuen ganz sind.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>&amp;Further options</source>
            <translation>Weitere &amp;Optionen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>O&amp;utput</source>
            <translation>A&amp;usgabe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Prev&amp;iew</source>
            <translation>&amp;Vorschau</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Take the selected scene out of the list</source>
            <translation>Die gewählte Szene aus der Liste nehmen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Scenes that are layers are left out by their tick.</source>
            <translation>Szenen, die Layer sind, werden mit ihrem Häkchen ausgelassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>There is no scene to take out.</source>
            <translation>Es gibt keine Szene zum Herausnehmen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Mask of {scene}</source>
            <translation>Maske von {scene}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Select a scene in the table.</source>
            <translation>Wählen Sie eine Szene in der Tabelle.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Sce&amp;nes</source>
            <translation>Sze&amp;nen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Look at the scenes again</source>
            <translation>Die Szenen noch einmal betrachten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Add scenes that are not loaded ({key})</source>
            <translation>Szenen hinzufügen, die nicht geladen sind ({key})</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Add &amp;files, one scene each …</source>
            <translation>&amp;Dateien hinzufügen, je eine Szene …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Add a f&amp;older of a product or of bands …</source>
            <translation>&amp;Ordner eines Produkts oder von Bändern hinzufügen …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>none</source>
            <translation>keines</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Day whose look is wanted: scenes near it count more where there is a choice.</source>
            <translation>Tag, dessen Aussehen gewünscht ist: Szenen in seiner Nähe zählen mehr, wo es eine Wahl gibt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Area of the composite</source>
            <translation>Fläche des Komposits</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>M&amp;ask</source>
            <translation>M&amp;aske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Me&amp;thod</source>
            <translation>Me&amp;thode</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Tar&amp;get date</source>
            <translation>Zie&amp;ldatum</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>E&amp;xtent</source>
            <translation>Aus&amp;dehnung</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Of the least bad, thin cloud comes before shadow and that before thick cloud.</source>
            <translation>Vom am wenigsten Schlechten kommt dünne Wolke vor Schatten und dieser vor dichter Wolke.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>What the values of masks of other programs mean.</source>
            <translation>Was die Werte der Masken anderer Programme bedeuten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Cloud and shadow of all masks grow by this much.</source>
            <translation>Um so viel wachsen Wolke und Schatten aller Masken.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Where nothing is clear</source>
            <translation>Wo nichts klar ist</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Mask values</source>
            <translation>Maskenwerte</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Buffer</source>
            <translation>Puffer</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Last result</source>
            <translation>Letztes Ergebnis</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>How much comes from each scene will stand here.</source>
            <translation>Hier steht dann, wie viel aus jeder Szene stammt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Leave it empty</source>
            <translation>Leer lassen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Take thin cloud</source>
            <translation>Dünne Wolke nehmen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Take the least bad</source>
            <translation>Das am wenigsten Schlechte nehmen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>As the masks tell</source>
            <translation>Wie die Masken sagen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>buffer {metres:g} m</source>
            <translation>Puffer {metres:g} m</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Whole scene</source>
            <translation>Ganze Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Map canvas</source>
            <translation>Kartenausschnitt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Selected polygons</source>
            <translation>Ausgewählte Polygone</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Of the first scene that is ticked; it gives the grid.</source>
            <translation>Der ersten angehakten Szene; sie gibt das Gitter vor.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Stop the run (Esc)</source>
            <translation>Den Lauf anhalten (Esc)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Make the composite (Enter)</source>
            <translation>Das Komposit erstellen (Enter)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Composite of what the map shows, with large pixels, within seconds</source>
            <translation>Komposit dessen, was die Karte zeigt, mit großen Pixeln, in Sekunden</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source> · preview</source>
            <translation> · Vorschau</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source> · temporary</source>
            <translation> · temporär</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>mixed of all scenes</source>
            <translation>aus allen Szenen gemischt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>empty {share}</source>
            <translation>leer {share}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>Zoom to this composite</source>
            <translation>Auf dieses Komposit zoomen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_panel.py" />
            <source>The layer of this composite is no longer in the project.</source>
            <translation>Der Layer dieses Komposits ist nicht mehr im Projekt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Make one on the way</source>
            <translation>Unterwegs eine erstellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>A composite is being made.</source>
            <translation>Ein Komposit wird gerade erstellt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Best scene, holes filled</source>
            <translation>Beste Szene, Lücken gefüllt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Best available pixel</source>
            <translation>Bestes verfügbares Pixel</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Medoid</source>
            <translation>Medoid</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>First quartile</source>
            <translation>Erstes Quartil</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Clearest scene first</source>
            <translation>Klarste Szene zuerst</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The best scene stays as it is; its holes are filled from the others, matched to it.</source>
            <translation>Die beste Szene bleibt, wie sie ist; ihre Lücken werden aus den anderen gefüllt, an sie angeglichen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Each pixel by its score: far from clouds, near the date, a clear scene, little haze.</source>
            <translation>Jedes Pixel nach seiner Bewertung: fern von Wolken, nahe am Datum, klare Szene, wenig Dunst.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Each pixel from the scene nearest to the median: drops what masks have missed.</source>
            <translation>Jedes Pixel aus der Szene, die dem Median am nächsten ist: lässt weg, was Masken übersehen haben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The median of each band: smooth, and good from about five clear dates on.</source>
            <translation>Der Median jedes Bandes: glatt, und gut ab etwa fünf klaren Daten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The first quartile of each band: takes away haze that masks have missed.</source>
            <translation>Das erste Quartil jedes Bandes: entfernt Dunst, den Masken übersehen haben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Each pixel from the clearest scene that shows it; values stay as they are.</source>
            <translation>Jedes Pixel aus der klarsten Szene, die es zeigt; die Werte bleiben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Chosen by the number of scenes.</source>
            <translation>Nach der Zahl der Szenen gewählt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>One scene: it can only be taken as it is.</source>
            <translation>Eine Szene: Sie kann nur genommen werden, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>For {n} scenes: “{title}”.</source>
            <translation>Bei {n} Szenen: „{title}“.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The date is a guess ({source}).</source>
            <translation>Das Datum ist vermutet ({source}).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Mask: {mask}</source>
            <translation>Maske: {mask}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>{n} of {m}</source>
            <translation>{n} von {m}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source> · masks to make: {n}</source>
            <translation> · zu erstellende Masken: {n}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source> · all masks are there</source>
            <translation> · alle Masken sind da</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source> (of this scene)</source>
            <translation> (von dieser Szene)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source> (covers a part)</source>
            <translation> (deckt einen Teil)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Where it does not reach, the scene is not used.</source>
            <translation>Wo sie nicht hinreicht, wird die Szene nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The scenes are being looked at.</source>
            <translation>Die Szenen werden betrachtet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Load scenes of several dates, or add them with +.</source>
            <translation>Laden Sie Szenen mehrerer Daten, oder fügen Sie sie mit + hinzu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Tick the scenes to use.</source>
            <translation>Haken Sie die Szenen an, die verwendet werden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Masks to make: {n}, which needs onnxruntime: {problem}</source>
            <translation>Zu erstellende Masken: {n}, was onnxruntime braucht: {problem}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Cancelling …</source>
            <translation>Wird abgebrochen …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Ma&amp;ke composite</source>
            <translation>&amp;Komposit erstellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The run is being stopped; this takes less than a second.</source>
            <translation>Der Lauf wird angehalten; das dauert weniger als eine Sekunde.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Looking at scenes: {n} …</source>
            <translation>Szenen werden betrachtet: {n} …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Load scenes of several dates, add files or folders with +, or drop them here.</source>
            <translation>Laden Sie Szenen mehrerer Daten, fügen Sie mit + Dateien oder Ordner hinzu, oder ziehen Sie sie hierher.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>{text} (and {n} more, see the scenes' tooltips)</source>
            <translation>{text} (und {n} weitere, siehe die Tooltips der Szenen)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Only one scene: its clouds stay empty. Add other dates.</source>
            <translation>Nur eine Szene: Ihre Wolken bleiben leer. Fügen Sie andere Daten hinzu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>The date of {names} is not known, so that it counts as far from the target date: type it in the table.</source>
            <translation>Das Datum von {names} ist nicht bekannt und gilt daher als fern vom Zieldatum: Tragen Sie es in die Tabelle ein.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Left out, not scenes: {names}</source>
            <translation>Weggelassen, keine Szenen: {names}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Preview · {text}</source>
            <translation>Vorschau · {text}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Cancelled. Nothing was written.</source>
            <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Preview: what the map shows, at {metres}. Not kept.</source>
            <translation>Vorschau: was die Karte zeigt, mit {metres}. Wird nicht behalten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Masks of such large pixels are rough: zoom in to see more.</source>
            <translation>Masken so großer Pixel sind grob: für mehr hineinzoomen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Done: the composite is on the map.</source>
            <translation>Fertig: Das Komposit liegt auf der Karte.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_state.py" />
            <source>Check it: some scenes have warnings.</source>
            <translation>Prüfen Sie es: Zu einigen Szenen gibt es Warnungen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Scene</source>
            <translation>Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Level</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Clear</source>
            <translation>Klar</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Used</source>
            <translation>Genutzt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Tick the scenes to use. The first gives grid, bands and scaling.</source>
            <translation>Haken Sie die Szenen an, die verwendet werden. Die erste gibt Gitter, Bänder und Skalierung vor.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Day of acquisition; double-click to state it. A guess is in italics.</source>
            <translation>Tag der Aufnahme; zum Angeben doppelklicken. Vermutetes steht kursiv.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Processing level</source>
            <translation>Verarbeitungsstufe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Share of the extent that is clear: measured in a run or, in italics, read off a loaded mask.</source>
            <translation>Anteil der Ausdehnung, der klar ist: in einem Lauf gemessen oder, kursiv, einer geladenen Maske entnommen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Share of the last composite that is from the scene</source>
            <translation>Anteil des letzten Komposits, der aus der Szene stammt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_table.py" />
            <source>Scenes</source>
            <translation>Szenen</translation>
        </message>
    </context>
    <context>
        <name>CompositeTab</name>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Preview of a composite</source>
            <translation>Vorschau eines Komposits</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Making a composite</source>
            <translation>Ein Komposit wird erstellt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Starting</source>
            <translation>Beginnt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>{name} exists and will be replaced.</source>
            <translation>{name} gibt es schon und wird ersetzt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Looking at scenes</source>
            <translation>Szenen werden betrachtet</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>{name} does not overlap the extent in {first}.</source>
            <translation>{name} überdeckt die Ausdehnung in {first} nicht.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Add scenes, a file each</source>
            <translation>Szenen hinzufügen, je eine Datei</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Scenes (*.tif *.tiff *.vrt *.jp2 *.img *.xml *.txt *.json *.zip);;All files (*)</source>
            <translation>Szenen (*.tif *.tiff *.vrt *.jp2 *.img *.xml *.txt *.json *.zip);;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Add a folder of a product or of bands</source>
            <translation>Ordner eines Produkts oder von Bändern hinzufügen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Composite failed</source>
            <translation>Komposit fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Composite written</source>
            <translation>Komposit geschrieben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>{path} was not added, because the project was closed.</source>
            <translation>{path} wurde nicht hinzugefügt, weil das Projekt geschlossen wurde.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Preview: {title}</source>
            <translation>Vorschau: {title}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/composite_tab.py" />
            <source>Composite</source>
            <translation>Komposit</translation>
        </message>
    </context>
    <context>
        <name>CorrectPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Selected pixels become {name}</source>
            <translation>Gewählte Pixel werden {name}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source> px</source>
            <translation> px</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>brush </source>
            <translation>Pinsel </translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Radius of the brush in pixels of the mask</source>
            <translation>Radius des Pinsels in Pixeln der Maske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>flood ± </source>
            <translation>Fluten ± </translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>How far the probability may be from that of the pixel clicked</source>
            <translation>Wie weit die Wahrscheinlichkeit von der des angeklickten Pixels abweichen darf</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Take the last correction back</source>
            <translation>Die letzte Berichtigung zurücknehmen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Do it again</source>
            <translation>Wieder ausführen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Save as a new vers&amp;ion</source>
            <translation>Als neue &amp;Version speichern</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Export patches for training …</source>
            <translation>Ausschnitte zum Trainieren exportieren …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Selected pixels become</source>
            <translation>Gewählte Pixel werden</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Saving {name}</source>
            <translation>{name} wird gespeichert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Exporting patches</source>
            <translation>Ausschnitte werden exportiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Folder of the patches</source>
            <translation>Ordner der Ausschnitte</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>{count} patches written.</source>
            <translation>{count} Ausschnitte geschrieben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Check</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Copying the mask</source>
            <translation>Die Maske wird kopiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>{name} written; the original stays.</source>
            <translation>{name} geschrieben; das Original bleibt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Choose a mask first.</source>
            <translation>Wählen Sie zuerst eine Maske.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>The map shows thresholds that are only tried: write that mask first (Strict or generous, Apply), or press Back there.</source>
            <translation>Die Karte zeigt Schwellen, die nur erprobt werden: Schreiben Sie erst diese Maske (Streng oder großzügig, Anwenden), oder drücken Sie dort Zurück.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Save corrections first.</source>
            <translation>Speichern Sie zuerst die Berichtigungen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Choose the scene first: patches hold its bands.</source>
            <translation>Wählen Sie zuerst die Szene: Die Ausschnitte enthalten ihre Bänder.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Bands and labels of 509 × 509 pixels, in CloudSEN12’s folders</source>
            <translation>Bänder und Beschriftung mit 509 × 509 Pixeln, in den Ordnern von CloudSEN12</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Choose a pencil; a copy is corrected, never the file.</source>
            <translation>Wählen Sie einen Stift; berichtigt wird eine Kopie, nie die Datei.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Copying the mask …</source>
            <translation>Die Maske wird kopiert …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Corrections: {count} ({pixels} pixels).</source>
            <translation>Berichtigungen: {count} ({pixels} Pixel).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Not saved yet.</source>
            <translation>Noch nicht gespeichert.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Saving …</source>
            <translation>Wird gespeichert …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Brush</source>
            <translation>Pinsel</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Paint with the mouse</source>
            <translation>Mit der Maus malen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Lasso</source>
            <translation>Lasso</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Draw around what is wrong</source>
            <translation>Um das Falsche herum zeichnen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Polygon</source>
            <translation>Polygon</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Click corners; right click or Enter closes, Backspace takes one back</source>
            <translation>Ecken anklicken; Rechtsklick oder die Eingabetaste schließt, die Rücktaste nimmt eine zurück</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Flood</source>
            <translation>Fluten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/correct_panel.py" />
            <source>Click: all that is connected and of like probability</source>
            <translation>Klicken: alles, was zusammenhängt und ähnliche Wahrscheinlichkeit hat</translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>No mask is named: name one or more.</source>
            <translation>Keine Maske ist genannt: Nennen Sie eine oder mehrere.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Masks are compared either with reference rasters or with labelled points or polygons: name one of both.</source>
            <translation>Masken werden entweder mit Referenzrastern oder mit beurteilten Punkten oder Polygonen verglichen: Nennen Sie eines von beiden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{references} references are named for {masks} masks: name one for each mask in the same order, or one for all.</source>
            <translation>{references} Referenzen sind für {masks} Masken genannt: Nennen Sie für jede Maske eine in derselben Reihenfolge oder eine für alle.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{path} holds the labels themselves: choose another name for the table.</source>
            <translation>{path} enthält die Urteile selbst: Wählen Sie einen anderen Namen für die Tabelle.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Features without a label, left out: {unlabelled}.</source>
            <translation>Objekte ohne Urteil, weggelassen: {unlabelled}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Comparing</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Nothing could be compared: where the reference has labels no mask has data; check that they belong together, and what the values of both mean.</source>
            <translation>Nichts konnte verglichen werden: Wo die Referenz Urteile hat, hat keine Maske Daten; prüfen Sie, ob sie zusammengehören und was die Werte beider bedeuten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>SHA-256 of the reference</source>
            <translation>SHA-256 der Referenz</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{path} and {path2} do not overlap: name a reference of the same place for each mask, in the same order.</source>
            <translation>{path} und {path2} überdecken sich nicht: Nennen Sie für jede Maske eine Referenz desselben Orts, in derselben Reihenfolge.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>{lacking} has no coordinate system and the other has one: assign it the one that its coordinates are in.</source>
            <translation>{lacking} hat kein Koordinatensystem, das andere hat eines: Weisen Sie das zu, in dem die Koordinaten stehen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Polygons outside {name}: {windows}.</source>
            <translation>Polygone außerhalb von {name}: {windows}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>Points outside {name}: {inside}.</source>
            <translation>Punkte außerhalb von {name}: {inside}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>The pixels of {path} do not coincide with those of {path2}, and without a coordinate system neither can be warped: assign one, or cut both alike.</source>
            <translation>Die Pixel von {path} fallen nicht mit denen von {path2} zusammen, und ohne Koordinatensystem lässt sich keines umrechnen: Weisen Sie eines zu, oder schneiden Sie beide gleich zu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{path} cannot be warped to {path2}, whose grid is turned: warp one of them yourself.</source>
            <translation>{path} lässt sich nicht auf {path2} umrechnen, dessen Gitter gedreht ist: Rechnen Sie eines von beiden selbst um.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>{name} lies on another grid and is compared on that of {name2}, each pixel with the nearest.</source>
            <translation>{name} liegt auf einem anderen Gitter und wird auf dem von {name2} verglichen, jedes Pixel mit dem nächsten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/accuracy.py" />
            <source>No feature of {labels} lies on {mask}: check the coordinate systems of both, or name labels of the mask's place.</source>
            <translation>Kein Objekt von {labels} liegt auf {mask}: Prüfen Sie die Koordinatensysteme beider, oder nennen Sie Urteile vom Ort der Maske.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Both clear</source>
            <translation>Beide klar</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Both masked</source>
            <translation>Beide maskiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Only the first masks</source>
            <translation>Nur die erste maskiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Only the second masks</source>
            <translation>Nur die zweite maskiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/agreement.py" />
            <source>Cloud in one, shadow in the other</source>
            <translation>Wolke in der einen, Schatten in der anderen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/area_estimation.py" />
            <source>The wanted half-width is {half_width}: give a share between 0 and 1, such as 0.02.</source>
            <translation>Die gewünschte halbe Breite ist {half_width}: Geben Sie einen Anteil zwischen 0 und 1 an, etwa 0.02.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/area_estimation.py" />
            <source>A half-width of {half_width} would need more than {MOST_POINTS} points: give a larger one.</source>
            <translation>Eine halbe Breite von {half_width} bräuchte mehr als {MOST_POINTS} Punkte: Geben Sie eine größere an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/area_estimation.py" />
            <source>The areas of the strata are {areas}: give one number, 0 or more, for each of the {table} classes.</source>
            <translation>Die Flächen der Schichten sind {areas}: Geben Sie für jede der {table} Klassen eine Zahl ab 0 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/area_estimation.py" />
            <source>All strata have an area of 0: give the areas of the map's classes.</source>
            <translation>Alle Schichten haben die Fläche 0: Geben Sie die Flächen der Klassen der Karte an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Coastal aerosol</source>
            <translation>Küstenaerosol</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Red edge 1</source>
            <translation>Red Edge 1</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Red edge 2</source>
            <translation>Red Edge 2</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Red edge 3</source>
            <translation>Red Edge 3</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>NIR</source>
            <translation>NIR</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Narrow NIR</source>
            <translation>Schmales NIR</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Water vapour</source>
            <translation>Wasserdampf</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>Cirrus</source>
            <translation>Zirrus</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>SWIR 1</source>
            <translation>SWIR 1</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>SWIR 2</source>
            <translation>SWIR 2</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>coastal aerosol</source>
            <translation>Küstenaerosol</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>near infrared</source>
            <translation>nahes Infrarot</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>narrow nir</source>
            <translation>schmales NIR</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>water vapour</source>
            <translation>Wasserdampf</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the order of the 13 bands of Level-1C</source>
            <translation>die Reihenfolge der 13 Bänder von Level-1C</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the order of the 12 bands of Level-2A</source>
            <translation>die Reihenfolge der 12 Bänder von Level-2A</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the usual order of the ten land bands</source>
            <translation>die übliche Reihenfolge der zehn Landbänder</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the usual order of six bands</source>
            <translation>die übliche Reihenfolge von sechs Bändern</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the usual order blue, green, red, NIR</source>
            <translation>die übliche Reihenfolge Blau, Grün, Rot, NIR</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/bands.py" />
            <source>the usual order red, green, blue</source>
            <translation>die übliche Reihenfolge Rot, Grün, Blau</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/classes.py" />
            <source>Clear</source>
            <translation>Klar</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/classes.py" />
            <source>Thick cloud</source>
            <translation>Dichte Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/classes.py" />
            <source>Thin cloud</source>
            <translation>Dünne Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/classes.py" />
            <source>Cloud shadow</source>
            <translation>Wolkenschatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>Masking on the cluster</source>
            <translation>Maskieren auf dem Cluster</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Python package distributed is missing or does not load ({error}): install it with pip install "dask[distributed]" into the Python that runs this.</source>
            <translation>Das Python-Paket distributed fehlt oder lädt nicht ({error}): Installieren Sie es mit pip install "dask[distributed]" in dem Python, das dies ausführt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>{address} is no address of a Dask scheduler: give one such as tcp://host:8786.</source>
            <translation>{address} ist keine Adresse eines Dask-Schedulers: Geben Sie eine wie tcp://host:8786 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>Sending large graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask scheduler at {address} was lost: start it again and run this again; scenes that are finished are not masked again.</source>
            <translation>Der Dask-Scheduler unter {address} ist verloren gegangen: Starten Sie ihn neu und führen Sie dies noch einmal aus; fertige Szenen werden nicht noch einmal maskiert.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>A worker lacks a package ({error}): install this program there.</source>
            <translation>Einem Worker fehlt ein Paket ({error}): Installieren Sie dieses Programm dort.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>Each worker that worked on it was lost: look into their logs, and give them more memory or a smaller tile.</source>
            <translation>Jeder Worker, der daran arbeitete, ging verloren: Sehen Sie in deren Protokolle, und geben Sie ihnen mehr Speicher oder eine kleinere Kachel.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The worker stopped because of a mistake ({error}): please report it.</source>
            <translation>Der Worker hielt wegen eines Fehlers in ihm an ({error}): Bitte melden Sie ihn.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>Connecting to the cluster</source>
            <translation>Verbinden mit dem Cluster</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask scheduler at {address} cannot be reached ({error}): check its address, and that it runs.</source>
            <translation>Der Dask-Scheduler unter {address} ist nicht erreichbar ({error}): Prüfen Sie seine Adresse und ob er läuft.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>{facts} worker{facts2} at {address}.</source>
            <translation>{facts} Worker{facts2} unter {address}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>No worker has joined {address} yet: the work waits for one.</source>
            <translation>Noch kein Worker ist bei {address}: Die Arbeit wartet auf einen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask {who} lacks a package ({told}): install this program there with pip, as docs/cluster.md describes.</source>
            <translation>Dem Dask-{who} fehlt ein Paket ({told}): Installieren Sie dieses Programm dort mit pip, wie docs/cluster.md es beschreibt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask {who} cannot mask: {told}</source>
            <translation>Der Dask-{who} kann nicht maskieren: {told}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask {who} does not answer ({told}): restart it.</source>
            <translation>Der Dask-{who} antwortet nicht ({told}): Starten Sie ihn neu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/cluster.py" />
            <source>The Dask {who} has version {told} of this program and not {version}: install the same version everywhere.</source>
            <translation>Der Dask-{who} hat Version {told} dieses Programms und nicht {version}: Installieren Sie überall dieselbe Version.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composer.py" />
            <source>There is no method {method}: there are {METHODS}.</source>
            <translation>Es gibt keine Methode {method}: Es gibt {METHODS}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composer.py" />
            <source>There is no fallback {fallback}: there are {FALLBACKS}.</source>
            <translation>Es gibt keinen Ersatz {fallback}: Es gibt {FALLBACKS}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite.py" />
            <source>The weight of {name} is {value}: give 0 or a positive number.</source>
            <translation>Das Gewicht von {name} ist {value}: Geben Sie 0 oder eine positive Zahl an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite.py" />
            <source>There is no weight {key}: there are {terms}.</source>
            <translation>Es gibt kein Gewicht {key}: Es gibt {terms}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite.py" />
            <source>one scene can only be taken as it is</source>
            <translation>eine einzige Szene kann nur genommen werden, wie sie ist</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite.py" />
            <source>the best of {scenes} scenes, its holes filled from the others</source>
            <translation>die beste von {scenes} Szenen, ihre Lücken aus den anderen gefüllt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_files.py" />
            <source>Clear observations</source>
            <translation>Klare Beobachtungen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_files.py" />
            <source>Source scene</source>
            <translation>Quellszene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_files.py" />
            <source>Composite of {used} scenes, {method}</source>
            <translation>Komposit aus {used} Szenen, {method}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>No scene is named: name one or more.</source>
            <translation>Keine Szene ist genannt: Nennen Sie eine oder mehrere.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>There is no method {method}: there are {AUTO}.</source>
            <translation>Es gibt keine Methode {method}: Es gibt {AUTO}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>The mask buffer is {buffer}: give 0 or a positive number of metres.</source>
            <translation>Der Puffer der Masken ist {buffer}: Geben Sie 0 oder eine positive Zahl von Metern an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The date's width is {sigma}: give a number of days above 0.</source>
            <translation>Die Breite des Datums ist {sigma}: Geben Sie eine Zahl von Tagen über 0 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>tile is {tile}: give {SMALLEST_TILE} to {UNIT} pixels, or 0 to have it chosen.</source>
            <translation>tile ist {tile}: Geben Sie {SMALLEST_TILE} bis {UNIT} Pixel an, oder 0, um sie wählen zu lassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>{name} does not overlap the result and is left out.</source>
            <translation>{name} überdeckt das Ergebnis nicht und wird weggelassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>No scene overlaps the extent: give it in the first scene's coordinate system.</source>
            <translation>Keine Szene überdeckt die Ausdehnung: Geben Sie sie im Koordinatensystem der ersten Szene an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>Not all scenes have {left_out}: left out.</source>
            <translation>Nicht alle Szenen haben {left_out}: weggelassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The scenes are of {known}, which look different by what the air adds: better take one level.</source>
            <translation>Die Szenen sind von {known}, die verschieden aussehen durch das, was die Luft hinzufügt: Nehmen Sie besser nur eine Verarbeitungsstufe.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>Values of type {dtype} become float32.</source>
            <translation>Werte vom Typ {dtype} werden zu float32.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The date of {unknown} is not known, so that it counts as far from {target_date}: state it if it matters.</source>
            <translation>Das Datum von {unknown} ist nicht bekannt, sodass es als weit von {target_date} entfernt zählt: Geben Sie es an, wenn es darauf ankommt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The scenes have no band in common ({names}): state their bands.</source>
            <translation>Die Szenen haben kein Band gemeinsam ({names}): Geben Sie ihre Bänder an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The target date {text} is no date: give it like 2023-07-15.</source>
            <translation>Das Zieldatum {text} ist kein Datum: Geben Sie es wie 2023-07-15 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The method {method} mixes scenes, so that no pixel is from one of them: choose another method, or leave the source index out.</source>
            <translation>Die Methode {method} mischt Szenen, sodass kein Pixel aus nur einer stammt: Wählen Sie eine andere Methode, oder lassen Sie den Index der Quellen weg.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>The method {method} has no score: choose bap, or leave the score out.</source>
            <translation>Die Methode {method} hat keine Punktzahl: Wählen Sie bap, oder lassen Sie die Punktzahl weg.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>{path} is one of the scenes or masks: choose another name for the result.</source>
            <translation>{path} ist eine der Szenen oder Masken: Wählen Sie einen anderen Namen für das Ergebnis.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/composite_plan.py" />
            <source>Two results have one name: give each its own.</source>
            <translation>Zwei Ergebnisse haben denselben Namen: Geben Sie jedem einen eigenen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Compositing</source>
            <translation>Komposit wird erstellt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>scene-{number}.tif</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Reading the scenes</source>
            <translation>Szenen werden gelesen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>made by {models}</source>
            <translation>erstellt von {models}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Warped to the first scene's grid: {warped}.</source>
            <translation>Auf das Gitter der ersten Szene umgerechnet: {warped}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Their masks lie elsewhere, so that nothing is taken of: {bare}.</source>
            <translation>Ihre Masken liegen anderswo, sodass nichts genommen wird von: {bare}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>The reference is {labels}.</source>
            <translation>Die Referenz ist {labels}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/compositing.py" />
            <source>Too little is clear both there and in the reference to match them: {alone}.</source>
            <translation>Zu wenig ist dort und in der Referenz zugleich klar, um sie anzugleichen: {alone}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/consequences.py" />
            <source>The strictness is {steps}: give a number from {STRICTEST} to {STRICTEST2}.</source>
            <translation>Die Strenge ist {steps}: Geben Sie eine Zahl von {STRICTEST} bis {STRICTEST2} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/dated_masks.py" />
            <source>{dates} dates are stated for {masks} masks: state one for each in their order, or none.</source>
            <translation>{dates} Daten sind für {masks} Masken angegeben: Geben Sie für jede eines in deren Reihenfolge an, oder keines.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/dated_masks.py" />
            <source>The date {text} is not understood: give year, month and day such as 2022-10-05.</source>
            <translation>Das Datum {text} wird nicht verstanden: Geben Sie Jahr, Monat und Tag an, etwa 2022-10-05.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/dated_masks.py" />
            <source>{name} tells no date: it is listed by its name; state the dates.</source>
            <translation>{name} nennt kein Datum: Sie wird nach ihrem Namen geführt; geben Sie die Daten an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/dated_masks.py" />
            <source>{name}: {day}, guessed from the name.</source>
            <translation>{name}: {day}, aus dem Namen vermutet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>No file is named: name the scene's file, folder or product.</source>
            <translation>Keine Datei ist genannt: Nennen Sie die Datei, den Ordner oder das Produkt der Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <location filename="../cloudmask_plugin/engine/images.py" />
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>stated by the user</source>
            <translation>vom Benutzer angegeben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>No band of {location} has a role: state the bands, at least red, green and blue.</source>
            <translation>Kein Band von {location} hat eine Rolle: Geben Sie die Bänder an, mindestens Rot, Grün und Blau.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>Which band is which was guessed ({source}): correct it if it is wrong.</source>
            <translation>Welches Band welches ist, wurde vermutet ({source}): Berichtigen Sie es, wenn es falsch ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>{name} holds one date, and {step}, which was stated, is not used.</source>
            <translation>{name} enthält ein einziges Datum; die Angabe {step} wird nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>The scene is one of {title} ({source}): its bands stand for Sentinel-2's; check the mask with care.</source>
            <translation>Die Szene ist von {title} ({source}): Ihre Bänder stehen für die von Sentinel-2; prüfen Sie die Maske sorgfältig.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>{location} has {role} twice ({name}, {name2}): name the files of one scene, or leave only those in the folder.</source>
            <translation>{location} hat {role} zweimal ({name}, {name2}): Nennen Sie die Dateien einer Szene, oder lassen Sie nur diese im Ordner.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>{location} has {role} twice ({name}, {name2}): state which band is which.</source>
            <translation>{location} hat {role} zweimal ({name}, {name2}): Geben Sie an, welches Band welches ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>The bands of {location} differ in size and have no position ({name}, {name2}): give them one, or choose bands of one size.</source>
            <translation>Die Bänder von {location} sind verschieden groß und haben keine Lage ({name}, {name2}): Geben Sie ihnen eine, oder wählen Sie Bänder einer Größe.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>The bands of {location} lie in different coordinate systems ({name}, {name2}): warp them to one first.</source>
            <translation>Die Bänder von {location} liegen in verschiedenen Koordinatensystemen ({name}, {name2}): Rechnen Sie sie erst in eines um.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>date in the series</source>
            <translation>Datum in der Serie</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <source>tag {FILE_TIME}, which may be when the file was written</source>
            <translation>Tag {FILE_TIME}, das auch die Zeit sein kann, zu der die Datei geschrieben wurde</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/describe.py" />
            <location filename="../cloudmask_plugin/engine/images.py" />
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>nothing tells it</source>
            <translation>nichts sagt es</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/elevation.py" />
            <source>The scene</source>
            <translation>Die Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/elevation.py" />
            <source>{unplaced} has no coordinate system, so that elevations cannot be laid under the scene: assign it one, or leave the elevations out.</source>
            <translation>{unplaced} hat kein Koordinatensystem, sodass sich keine Höhen unter die Szene legen lassen: Weisen Sie eines zu, oder lassen Sie die Höhen weg.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/elevation.py" />
            <source>{path} does not overlap the scene: choose elevations of the same place, or none.</source>
            <translation>{path} überdeckt die Szene nicht: Wählen Sie Höhen desselben Orts, oder keine.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/ground_area.py" />
            <source>The grid reaches beyond the poles or the date line.</source>
            <translation>Das Gitter reicht über die Pole oder die Datumsgrenze hinaus.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>The folder {folder} cannot be read ({strerror}): check that you may read it and that its disk is connected.</source>
            <translation>Der Ordner {folder} kann nicht gelesen werden ({strerror}): Prüfen Sie, ob Sie ihn lesen dürfen und ob sein Laufwerk verbunden ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>The files are of different products ({products}): choose files of one.</source>
            <translation>Die Dateien sind von verschiedenen Produkten ({products}): Wählen Sie Dateien eines Produkts.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{name} has no image of {absent}: leave them out.</source>
            <translation>{name} hat kein Bild von {absent}: Lassen Sie das weg.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>product files</source>
            <translation>Dateien des Produkts</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{folder} holds no file whose name tells its band: name the files like B02.tif or choose a product's folder.</source>
            <translation>{folder} enthält keine Datei, deren Name ihr Band nennt: Nennen Sie die Dateien wie B02.tif, oder wählen Sie den Ordner eines Produkts.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{name} is one band; the {images} files beside it that are named alike were taken as the other bands of the scene.</source>
            <translation>{name} ist ein einzelnes Band; die {images} Dateien daneben, die gleich benannt sind, wurden als die anderen Bänder der Szene genommen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>file names</source>
            <translation>Dateinamen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>variable names</source>
            <translation>Namen der Variablen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{location} has no variable named like a band: choose a file with variables such as B02, or convert it to GeoTIFF.</source>
            <translation>{location} hat keine Variable, die wie ein Band heißt: Wählen Sie eine Datei mit Variablen wie B02, oder wandeln Sie sie in GeoTIFF um.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{location} is a container without bands of its own: choose one of its layers.</source>
            <translation>{location} ist ein Behälter ohne eigene Bänder: Wählen Sie einen seiner Layer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{name} is an 8-bit picture of the product {name2}, whose bands lie beside it: choose the product for a better mask.</source>
            <translation>{name} ist ein 8-Bit-Bild des Produkts {name2}, dessen Bänder daneben liegen: Wählen Sie für eine bessere Maske das Produkt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>band descriptions</source>
            <translation>Beschreibungen der Bänder</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>band tag {key}</source>
            <translation>Bandtag {key}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>file name</source>
            <translation>Dateiname</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{path} holds complex numbers, as radar images do, and no reflectance: choose an optical scene.</source>
            <translation>{path} enthält komplexe Zahlen, wie Radarbilder sie haben, und keinen Reflexionsgrad: Wählen Sie eine optische Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{text} is no Sentinel-2 band: use B01 to B12 or B8A, - for a band to leave out.</source>
            <translation>{text} ist kein Band von Sentinel-2: Verwenden Sie B01 bis B12 oder B8A, - für ein Band, das wegbleibt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{stated} bands are named, but {locations} has {images}: name the band of each in the file's order, - for one to leave out.</source>
            <translation>{stated} Bänder sind genannt, aber {locations} hat {images}: Nennen Sie das Band eines jeden in der Reihenfolge der Datei, - für eines, das wegbleibt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>the order of bands of {title}</source>
            <translation>die Reihenfolge der Bänder von {title}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>colour interpretation red, green, blue</source>
            <translation>Farbdeutung Rot, Grün, Blau</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>Nothing tells which of the {plain} bands of {path} is which: state them in the file's order, for example B02,B03,B04,B08.</source>
            <translation>Nichts sagt, welches der {plain} Bänder von {path} welches ist: Geben Sie sie in der Reihenfolge der Datei an, zum Beispiel B02,B03,B04,B08.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/images.py" />
            <source>{path} has {count} bands, of which {index} is none, as the item states: choose the files of the scene themselves.</source>
            <translation>{path} hat {count} Bänder, von denen {index}, wie das Item es nennt, keines ist: Wählen Sie die Dateien der Szene selbst.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/inference.py" />
            <source>The Python package onnxruntime is missing or does not load ({error}): install it from the Cloud Mask dock or options page, or with pip into QGIS's Python.</source>
            <translation>Das Python-Paket onnxruntime fehlt oder lädt nicht ({error}): Installieren Sie es im Bedienfeld oder auf der Optionsseite von Cloud Mask, oder mit pip in das Python von QGIS.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/inference.py" />
            <source>{network_path} cannot be loaded by onnxruntime {version__} ({error}): update onnxruntime or the model.</source>
            <translation>{network_path} kann von onnxruntime {version__} nicht geladen werden ({error}): Aktualisieren Sie onnxruntime oder das Modell.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/inference.py" />
            <source>{network_path} has the inputs {names} instead of reflectance and presence: see models/README.md.</source>
            <translation>{network_path} hat die Eingänge {names} statt reflectance und presence: siehe models/README.md.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>Beside {path} lies no band's image (…_B2.TIF): only metadata was fetched; fetch the whole product.</source>
            <translation>Neben {path} liegt kein Bild eines Bandes (…_B2.TIF): Nur Metadaten wurden geholt; holen Sie das ganze Produkt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{path} holds {scenes} scenes of Landsat: choose one of their files {names}.</source>
            <translation>{path} enthält {scenes} Szenen von Landsat: Wählen Sie eine ihrer Dateien {names}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{location} is no metadata of a Landsat product: fetch that file again.</source>
            <translation>{location} sind keine Metadaten eines Landsat-Produkts: Holen Sie diese Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{location} is cut short: fetch that file again.</source>
            <translation>{location} ist abgeschnitten: Holen Sie diese Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{name} holds no band that is like one of Sentinel-2's: fetch all bands.</source>
            <translation>{name} enthält kein Band, das einem von Sentinel-2 gleicht: Holen Sie alle Bänder.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{name} does not name REFLECTANCE_MULT and REFLECTANCE_ADD of all bands: scale and offset are those usual for {title}; check them.</source>
            <translation>{name} nennt nicht REFLECTANCE_MULT und REFLECTANCE_ADD aller Bänder: Skala und Versatz sind die bei {title} üblichen; prüfen Sie sie.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/landsat.py" />
            <source>{name} is of the sensor {stated}, which lacks bands that a mask needs: choose a scene of OLI, ETM+ or TM.</source>
            <translation>{name} ist vom Sensor {stated}, dem Bänder fehlen, die eine Maske braucht: Wählen Sie eine Szene von OLI, ETM+ oder TM.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/map_view.py" />
            <source>{path} holds no class probabilities ({count} bands of {dtypes}; {CLASSES} of uint8 with {PROBABILITY_STEPS} for 1 are expected): mask the scene with probabilities, and choose the file written then.</source>
            <translation>{path} enthält keine Klassenwahrscheinlichkeiten ({count} Bänder aus {dtypes}; erwartet werden {CLASSES} aus uint8 mit {PROBABILITY_STEPS} für 1): Maskieren Sie die Szene mit Wahrscheinlichkeiten, und wählen Sie die dann geschriebene Datei.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>No class is named that is to be removed: name one or more.</source>
            <translation>Keine Klasse ist genannt, die entfernt werden soll: Nennen Sie eine oder mehrere.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>Masking out</source>
            <translation>Ausmaskieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>{name} lies elsewhere than {name2}: name this scene's mask.</source>
            <translation>{name} liegt woanders als {name2}: Geben Sie die Maske dieser Szene an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>{name} holds values of type {dtype}, which cannot be written: convert it to float32 first.</source>
            <translation>{name} enthält Werte vom Typ {dtype}, die sich nicht schreiben lassen: Wandeln Sie sie erst in float32 um.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>The nodata value {value} is none that {dtype} can hold: give a whole number from {min} to {max}.</source>
            <translation>Der Wert {value} für keine Daten ist keiner, den {dtype} fassen kann: Geben Sie eine ganze Zahl von {min} bis {max} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_application.py" />
            <source>{output} is the scene or the mask itself: choose another name for the copy.</source>
            <translation>{output} ist die Szene oder die Maske selbst: Wählen Sie einen anderen Namen für die Kopie.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_assignment.py" />
            <source>There are {masks} masks for {specs} scenes: give one for each, in the order of the scenes, or masks of this plugin that name their scene.</source>
            <translation>Es gibt {masks} Masken für {specs} Szenen: Geben Sie für jede eine an, in der Reihenfolge der Szenen, oder Masken dieses Plugins, die ihre Szene nennen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_assignment.py" />
            <source>{name} was made of {name2}, but stands in the place of {name3}: give the masks in the order of the scenes.</source>
            <translation>{name} wurde aus {name2} gemacht, steht aber an der Stelle von {name3}: Geben Sie die Masken in der Reihenfolge der Szenen an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_check.py" />
            <source>{path} does not lie on the pixels of {path2}: choose the probabilities that were written with this mask.</source>
            <translation>{path} liegt nicht auf den Pixeln von {path2}: Wählen Sie die Wahrscheinlichkeiten, die mit dieser Maske geschrieben wurden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>Copying the mask</source>
            <translation>Maske wird kopiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>{code} is no class: give one of {CODES}.</source>
            <translation>{code} ist keine Klasse: Geben Sie eine von {CODES} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>{path} is the mask itself: choose another name for the new version.</source>
            <translation>{path} ist die Maske selbst: Wählen Sie einen anderen Namen für die neue Fassung.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <location filename="../cloudmask_plugin/engine/mask_writing.py" />
            <source>Cloud mask</source>
            <translation>Wolkenmaske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>Saving corrections</source>
            <translation>Berichtigungen werden gespeichert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_editing.py" />
            <source>corrected from {name}</source>
            <translation>berichtigt aus {name}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>Looking for scenes</source>
            <translation>Szenen werden gesucht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>The scenes are fewer than the workers: each is masked by all.</source>
            <translation>Es sind weniger Szenen als Worker: Jede wird von allen maskiert.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>{found} scene{found2} found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>{text}, {done} of them skipped: masked already.</source>
            <translation>{text}, {done} davon übersprungen: schon maskiert.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>Passed over, for they are no scenes: {names}{more}.</source>
            <translation>Übergangen, denn es sind keine Szenen: {names}{more}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_folder.py" />
            <source>The folder {path} cannot be made ({strerror}): name a folder whose parent is there and can be written to.</source>
            <translation>Der Ordner {path} kann nicht angelegt werden ({strerror}): Nennen Sie einen, dessen übergeordneter Ordner da ist und beschrieben werden darf.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>{width} × {height} pixels of {width2} × {height2} m</source>
            <translation>{width} × {height} Pixel von {width2} × {height2} m</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>SHA-256 of the mask</source>
            <translation>SHA-256 der Maske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>SHA-256 of the model</source>
            <translation>SHA-256 des Modells</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>Corrected by hand</source>
            <translation>Von Hand berichtigt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>Written by</source>
            <translation>Geschrieben von</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_provenance.py" />
            <source>Cloud Mask {made_by}</source>
            <translation>Cloud Mask {made_by}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_refining.py" />
            <source>{output} holds the probabilities: choose another name for the mask.</source>
            <translation>{output} enthält die Wahrscheinlichkeiten: Wählen Sie einen anderen Namen für die Maske.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_refining.py" />
            <source>{path} holds no probabilities of this program, four bands ({names}) of 8 bits with the scale 0.004: name the file that masking writes as its probabilities.</source>
            <translation>{path} enthält keine Wahrscheinlichkeiten dieses Programms, vier Bänder ({names}) von 8 Bit mit der Skala 0.004: Nennen Sie die Datei, die beim Maskieren als Wahrscheinlichkeiten geschrieben wird.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>Cloud Mask</source>
            <translation>Cloud Mask</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>Sen2Cor's scene classification (SCL)</source>
            <translation>Szenenklassifikation von Sen2Cor (SCL)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>Sentinel-2's cloud bits (QA60)</source>
            <translation>Wolkenbits von Sentinel-2 (QA60)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>Landsat's quality bits (QA_PIXEL)</source>
            <translation>Qualitätsbits von Landsat (QA_PIXEL)</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>There is no class {args}: there are {known}.</source>
            <translation>Es gibt keine Klasse {args}: Es gibt {known}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>tags of this program</source>
            <translation>Tags dieses Programms</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>its name</source>
            <translation>sein Name</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_table.py" />
            <source>its values are 0 to 3</source>
            <translation>ihre Werte sind 0 bis 3</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_writing.py" />
            <source>The direction of the sun over {name} is not known, by which shadow is checked: state it (--sun-zenith and --sun-azimuth, or SUN_ZENITH and SUN_AZIMUTH).</source>
            <translation>Die Richtung der Sonne über {name} ist nicht bekannt, nach der Schatten geprüft wird: Geben Sie sie an (--sun-zenith und --sun-azimuth, oder SUN_ZENITH und SUN_AZIMUTH).</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/mask_writing.py" />
            <source>Checking shadow</source>
            <translation>Schatten wird geprüft</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{folder} is no model: it has no {CARD_NAME}.</source>
            <translation>{folder} ist kein Modell: Es hat keine {CARD_NAME}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{path} is no valid JSON ({error}): install the model again.</source>
            <translation>{path} ist kein gültiges JSON ({error}): Installieren Sie das Modell noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{path} lacks or misuses a field ({error}): see models/README.md for its form.</source>
            <translation>{path} fehlt ein Feld, oder eines ist falsch gebraucht ({error}): siehe models/README.md zu seiner Form.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>No model is installed: install the plugin again.</source>
            <translation>Kein Modell ist installiert: Installieren Sie das Plugin noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>There is no model {model}: installed are {id}.</source>
            <translation>Es gibt kein Modell {model}: Installiert sind {id}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>The model {model} is another here than where the run was started: install the same version of the program on all computers.</source>
            <translation>Das Modell {model} ist hier ein anderes als dort, wo der Lauf begann: Installieren Sie auf allen Rechnern dieselbe Version des Programms.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>that is the default</source>
            <translation>das ist die Vorgabe</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{network_path} is missing: install the model {id} again.</source>
            <translation>{network_path} fehlt: Installieren Sie das Modell {id} noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{network_path} is not the file that its card describes (sha256 differs): install the model {id} again.</source>
            <translation>{network_path} ist nicht die Datei, die seine Karte beschreibt (sha256 weicht ab): Installieren Sie das Modell {id} noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{title} needs {absent}, which {name} does not have (found: {roles}): state the bands or use another layer.</source>
            <translation>{title} braucht {absent}, was {name} nicht hat (gefunden: {roles}): Geben Sie die Bänder an, oder verwenden Sie einen anderen Layer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{title} does not make cloud masks: choose another model.</source>
            <translation>{title} macht keine Wolkenmasken: Wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{title} was trained on pixels of {low} to {high} m, not {resolution} m: check the mask with care.</source>
            <translation>{title} wurde mit Pixeln von {low} bis {high} m trainiert, nicht mit {resolution} m: Prüfen Sie die Maske sorgfältig.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/models.py" />
            <source>{title} was trained on {levels}, not {value}: check the mask with care.</source>
            <translation>{title} wurde mit {levels} trainiert, nicht mit {value}: Prüfen Sie die Maske sorgfältig.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/patch_export.py" />
            <source>Nothing was corrected yet: correct the mask first, then export it.</source>
            <translation>Noch wurde nichts berichtigt: Berichtigen Sie erst die Maske, dann exportieren Sie sie.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/patch_export.py" />
            <source>The folder {root} cannot be made ({error}): choose another.</source>
            <translation>Der Ordner {root} kann nicht angelegt werden ({error}): Wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/patch_export.py" />
            <source>Exporting patches</source>
            <translation>Ausschnitte werden exportiert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/patch_export.py" />
            <source>{path} cannot be written ({error}): choose another folder.</source>
            <translation>{path} kann nicht geschrieben werden ({error}): Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>tta is {tta}: give a number from 0 to {MAX_LOOKS}.</source>
            <translation>tta ist {tta}: Geben Sie eine Zahl von 0 bis {MAX_LOOKS} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>threads is {threads}: give 0 for all cores, or a number.</source>
            <translation>threads ist {threads}: Geben Sie 0 für alle Kerne an, oder eine Zahl.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>tile is {tile}: give at least 64 pixels.</source>
            <translation>tile ist {tile}: Geben Sie mindestens 64 Pixel an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>Masking</source>
            <translation>Maskieren</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>{path} is the scene itself: choose another name for the result.</source>
            <translation>{path} ist die Szene selbst: Wählen Sie einen anderen Namen für das Ergebnis.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pipeline.py" />
            <source>{output} is named for both mask and probabilities: give two names.</source>
            <translation>{output} ist für Maske und Wahrscheinlichkeiten zugleich genannt: Geben Sie zwei Namen an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pixel_size.py" />
            <source>The pixel size is {pixel_size}: give a number of metres above 0.</source>
            <translation>Die Pixelgröße ist {pixel_size}: Geben Sie eine Zahl von Metern über 0 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pixel_size.py" />
            <source>{name} has no coordinate system: its coordinates were taken as degrees, a pixel as {units} m; state the pixel size if it is another.</source>
            <translation>{name} hat kein Koordinatensystem: Seine Koordinaten wurden als Grad genommen, ein Pixel als {units} m; geben Sie die Pixelgröße an, wenn sie eine andere ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/pixel_size.py" />
            <source>{name} does not tell how large its pixels are: a pixel was taken as {guess} m; state the pixel size if it is another.</source>
            <translation>{name} sagt nicht, wie groß seine Pixel sind: Ein Pixel wurde als {guess} m genommen; geben Sie die Pixelgröße an, wenn sie eine andere ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>{name} was taken as {title} ({source})</source>
            <translation>{name} wurde als {title} genommen ({source})</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>{said}: state the mask classes if it is another.</source>
            <translation>{said}: Geben Sie die Klassen der Maske an, wenn es eine andere ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>{name} has no {role}: leave that band out.</source>
            <translation>{name} hat kein {role}: Lassen Sie dieses Band weg.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>The pixels of {name} do not coincide with those of the first scene, and without a coordinate system it cannot be warped to them: assign one, or cut both alike.</source>
            <translation>Die Pixel von {name} fallen nicht mit denen der ersten Szene zusammen, und ohne Koordinatensystem lässt sie sich nicht auf diese umrechnen: Weisen Sie eines zu, oder schneiden Sie beide gleich zu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/placing.py" />
            <source>{name} cannot be warped to the first scene, whose grid is turned: put a scene with north up first, or warp it yourself.</source>
            <translation>{name} lässt sich nicht auf die erste Szene umrechnen, deren Gitter gedreht ist: Stellen Sie eine Szene mit Norden oben an die erste Stelle, oder rechnen Sie sie selbst um.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>With scale {scale} and offset {offset}</source>
            <translation>Mit Skala {scale} und Versatz {offset}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} the median reflectance would be {middle}, which no surface has: for Sentinel-2 digital numbers state scale 0.0001.</source>
            <translation>{how} wäre der mittlere Reflexionsgrad {middle}, den keine Oberfläche hat: Geben Sie für digitale Werte von Sentinel-2 die Skala 0.0001 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} the median reflectance would be {middle}, below zero: the offset seems to be applied already; state offset 0.</source>
            <translation>{how} wäre der mittlere Reflexionsgrad {middle}, unter null: Der Versatz scheint schon angewandt zu sein; geben Sie Versatz 0 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} hardly any reflectance would exceed 0.01, darker than any scene: the values seem to be reflectance already; state scale 1 and offset 0.</source>
            <translation>{how} überstiege kaum ein Reflexionsgrad 0.01, dunkler als jede Szene: Die Werte scheinen schon Reflexionsgrade zu sein; geben Sie Skala 1 und Versatz 0 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} the darkest reflectance is {low}: if the offset is applied already, state offset 0.</source>
            <translation>{how} ist der dunkelste Reflexionsgrad {low}: Wenn der Versatz schon angewandt ist, geben Sie Versatz 0 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{how} even the darkest reflectance is {floor}, as if an offset of -0.1 were missing: unless the scene has no dark place, state offset {scale}.</source>
            <translation>{how} ist selbst der dunkelste Reflexionsgrad {floor}, als fehlte ein Versatz von -0.1: Wenn die Szene nicht ohne dunkle Stellen ist, geben Sie Versatz {scale} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>{role} outshines B08 and the other visible bands in {share} of the scene, as near infrared does over plants, but it is {role2} by the {source}: exchange {role3} and B08, or state the bands.</source>
            <translation>{role} überstrahlt B08 und die anderen sichtbaren Bänder auf {share} der Szene, wie nahes Infrarot es über Pflanzen tut, ist aber {role2} nach: {source}. Vertauschen Sie {role3} und B08, oder geben Sie die Bänder an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/plausibility.py" />
            <source>Over plants B04 is {ratio} times B02, as if red and blue were mixed up or the level were not {level}, but so they are by the {source}: exchange B02 and B04, or state the level.</source>
            <translation>Über Pflanzen ist B04 {ratio}-mal B02, als wären Rot und Blau verwechselt oder die Verarbeitungsstufe nicht {level}, doch so sind sie nach: {source}. Vertauschen Sie B02 und B04, oder geben Sie die Verarbeitungsstufe an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/point_sampling.py" />
            <source>Points of a class are {per_class}: give numbers up to {MOST}.</source>
            <translation>Die Punkte einer Klasse sind {per_class}: Geben Sie Zahlen bis {MOST} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/point_sampling.py" />
            <source>Drawing points</source>
            <translation>Punkte werden gezogen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>No class is named that is to become polygons: name one or more of {key}.</source>
            <translation>Keine Klasse ist genannt, aus der Polygone werden sollen: Nennen Sie eine oder mehrere von {key}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>smallest area</source>
            <translation>kleinste Fläche</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>largest hole</source>
            <translation>größtes Loch</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>The {name} is {value}: give 0 or a positive number of {unit}.</source>
            <translation>{name} ist {value}: Geben Sie 0 oder eine positive Zahl in {unit} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>Reading</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>Filling holes</source>
            <translation>Löcher werden gefüllt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>Tracing outlines</source>
            <translation>Umrisse werden verfolgt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <source>Simplifying</source>
            <translation>Vereinfachen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/polygonising.py" />
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>Writing</source>
            <translation>Schreiben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/product.py" />
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>product metadata</source>
            <translation>Metadaten des Produkts</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>The most probable class of each pixel, as the model found it.</source>
            <translation>Die wahrscheinlichste Klasse jedes Pixels, wie das Modell sie fand.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Vegetation series</source>
            <translation>Vegetationsreihen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Haze and shadow left in pull an index down for one date; a lost date is filled by the next.</source>
            <translation>Verbliebener Dunst und Schatten ziehen einen Index an einem Datum nach unten; ein verlorenes Datum füllt das nächste.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Water</source>
            <translation>Wasser</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Dark water is easily taken for shadow, and haze brightens it: shadow must be surer, haze less so.</source>
            <translation>Dunkles Wasser wird leicht für Schatten gehalten, und Dunst hellt es auf: Schatten muss sicherer sein, Dunst weniger.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Change detection</source>
            <translation>Änderungserkennung</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>A cloud left in is a change that never was: rather lose clear ground.</source>
            <translation>Eine verbliebene Wolke ist eine Änderung, die es nie gab: lieber klares Land verlieren.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Mosaic</source>
            <translation>Mosaik</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Bright rims of clouds make seams, so they grow; specks, mostly roofs, stay as ground.</source>
            <translation>Helle Wolkenränder machen Nähte, also wachsen sie; Sprenkel, meist Dächer, bleiben Boden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Visual</source>
            <translation>Visuell</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>Only what the eye sees at a glance: thin haze and small specks stay.</source>
            <translation>Nur was das Auge auf einen Blick sieht: Dünner Dunst und kleine Sprenkel bleiben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/purposes.py" />
            <source>There is no purpose {key}: there are {known}.</source>
            <translation>Es gibt keinen Zweck {key}: Es gibt {known}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>8-bit picture, stretched as a product's true-colour image</source>
            <translation>8-Bit-Bild, gestreckt wie das Echtfarbenbild eines Produkts</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>whole numbers up to 255, stretched as a product's true-colour image</source>
            <translation>ganze Zahlen bis 255, gestreckt wie das Echtfarbenbild eines Produkts</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The bands declare different values without data ({declared}), of which {value} was taken for all: give all the same, or state it.</source>
            <translation>Die Bänder nennen verschiedene Werte ohne Daten ({declared}), von denen {value} für alle genommen wurde: Geben Sie allen denselben, oder geben Sie ihn an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>user's statement</source>
            <translation>Angabe des Benutzers</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The scale {value}</source>
            <translation>Die Skala {value}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The offset {value}</source>
            <translation>Der Versatz {value}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>{what} is a guess ({source}): state it if it is wrong.</source>
            <translation>{what} ist vermutet ({source}): Geben Sie den Wert an, wenn er falsch ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>the cirrus band, which only Level-1C has</source>
            <translation>das Zirrusband, das nur Level-1C hat</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>layers that only Level-2A has</source>
            <translation>Layer, die nur Level-2A hat</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>declared in the file</source>
            <translation>in der Datei angegeben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>{whose} product specification</source>
            <translation>Produktspezifikation von {whose}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>not declared; 0 in Sentinel-2 products</source>
            <translation>nicht angegeben; 0 in Sentinel-2-Produkten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>not declared</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>no valid value</source>
            <translation>kein gültiger Wert</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>decimal values of 0 to 1</source>
            <translation>Dezimalwerte von 0 bis 1</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>values in the range of Sentinel-2 digital numbers</source>
            <translation>Werte im Bereich der digitalen Werte von Sentinel-2</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>whole numbers, though very low ones</source>
            <translation>ganze Zahlen, wenn auch sehr niedrige</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The values reach {high}, which is neither reflectance (0 to 1) nor Sentinel-2 digital numbers (hundreds to thousands): state the scale by which they become reflectance.</source>
            <translation>Die Werte reichen bis {high}, was weder Reflexionsgrade (0 bis 1) noch digitale Werte von Sentinel-2 (Hunderte bis Tausende) sind: Geben Sie die Skala an, durch die sie zu Reflexionsgraden werden.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The {source} names no height of the sun, by which values become reflectance: state the sun's zenith angle.</source>
            <translation>{source} nennt keine Höhe der Sonne, durch die Werte zu Reflexionsgraden werden: Geben Sie den Zenitwinkel der Sonne an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The sun was below the horizon (zenith {sun_zenith}°): choose a scene that was taken by day.</source>
            <translation>Die Sonne stand unter dem Horizont (Zenit {sun_zenith}°): Wählen Sie eine Szene, die bei Tag aufgenommen wurde.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>keep the file {metadata} beside the bands, </source>
            <translation>behalten Sie die Datei {metadata} neben den Bändern, </translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>{title} stores values whose scale differs between products: {kept}state scale and offset from its metadata, or convert it to reflectance first.</source>
            <translation>{title} speichert Werte, deren Skala zwischen Produkten verschieden ist: {kept}geben Sie Skala und Versatz aus den Metadaten an, oder wandeln Sie sie erst in Reflexionsgrade um.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>surface reflectance of {title}, assumed</source>
            <translation>Reflexionsgrad der Oberfläche von {title}, angenommen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>specification of {title}</source>
            <translation>Spezifikation von {title}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The offset {offset} seems to be one of reflectance: state it in stored values, here {offset2}.</source>
            <translation>Der Versatz {offset} scheint einer des Reflexionsgrads zu sein: Geben Sie ihn in gespeicherten Werten an, hier {offset2}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The {source} states an offset of {most}, but values go down to {low}: the offset seems to be applied already and was not applied again; state offset {most2} if it is to be.</source>
            <translation>{source} nennt einen Versatz von {most}, aber Werte gehen hinunter bis {low}: Der Versatz scheint schon angewandt zu sein und wurde nicht noch einmal angewandt; geben Sie Versatz {most2} an, wenn er es werden soll.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>dark values in spite of the {source}</source>
            <translation>dunkle Werte trotz: {source}</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>{source}, which names none</source>
            <translation>{source}, ohne einen zu nennen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>The {source} is of baseline {value}, which has an offset, but names none: check the offset.</source>
            <translation>{source} ist von Baseline {value}, die einen Versatz hat, nennt aber keinen: Prüfen Sie den Versatz.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>the values are no digital numbers</source>
            <translation>die Werte sind keine digitalen Werte</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>a scale is declared without an offset</source>
            <translation>eine Skala ist ohne Versatz angegeben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>Baseline {value} has an offset of -1000, but values go down to {low}: the offset seems to be applied already and was not applied again.</source>
            <translation>Baseline {value} hat einen Versatz von -1000, aber Werte gehen hinunter bis {low}: Der Versatz scheint schon angewandt zu sein und wurde nicht noch einmal angewandt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>dark values in spite of the baseline</source>
            <translation>dunkle Werte trotz der Baseline</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>the darkest values lie just above 1000</source>
            <translation>die dunkelsten Werte liegen knapp über 1000</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>no dark place tells whether one is to be applied</source>
            <translation>keine dunkle Stelle sagt, ob einer anzuwenden ist</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/radiometry.py" />
            <source>values lie below 1000</source>
            <translation>Werte liegen unter 1000</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/backend.py" />
            <source>Neither rasterio nor GDAL's Python bindings are installed: run this in QGIS's Python, or install rasterio with pip.</source>
            <translation>Weder rasterio noch die Python-Anbindung von GDAL sind installiert: Führen Sie dies in QGIS' Python aus, oder installieren Sie rasterio mit pip.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/gdal_errors.py" />
            <source>GDAL gives no reason</source>
            <translation>GDAL nennt keinen Grund</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>Building overviews</source>
            <translation>Übersichten werden gebaut</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>Reading back</source>
            <translation>Zurücklesen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>{path} is not named as a GeoTIFF: give a name that ends in .tif.</source>
            <translation>{path} ist nicht wie ein GeoTIFF benannt: Geben Sie einen Namen an, der auf .tif endet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <location filename="../cloudmask_plugin/engine/text_file.py" />
            <location filename="../cloudmask_plugin/engine/vector/sink.py" />
            <source>{path} is a folder: give the name of a file in it.</source>
            <translation>{path} ist ein Ordner: Geben Sie den Namen einer Datei darin an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <location filename="../cloudmask_plugin/engine/text_file.py" />
            <location filename="../cloudmask_plugin/engine/vector/sink.py" />
            <source>The folder of {path} does not exist: create it or choose another.</source>
            <translation>Den Ordner von {path} gibt es nicht: Legen Sie ihn an, oder wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>The folder of {path} cannot be written to: choose another.</source>
            <translation>Der Ordner von {path} darf nicht beschrieben werden: Wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>{target} is incomplete: run again.</source>
            <translation>{target} ist unvollständig: Führen Sie es noch einmal aus.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>it reads back changed</source>
            <translation>sie liest sich verändert zurück</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>it does not read back</source>
            <translation>sie lässt sich nicht zurücklesen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/sink.py" />
            <source>{target} cannot be replaced ({strerror}): close it in other programs or choose another name.</source>
            <translation>{target} kann nicht ersetzt werden ({strerror}): Schließen Sie sie in anderen Programmen, oder wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>{path} cannot be opened as a raster ({reason}): check that it exists and is whole.</source>
            <translation>{path} kann nicht als Raster geöffnet werden ({reason}): Prüfen Sie, ob es da und ganz ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>Band {index} of {path} cannot be read at column {col}, row {row}, {width} × {height} pixels ({reason}): the file may be damaged or incomplete; fetch it again.</source>
            <translation>Band {index} von {path} kann bei Spalte {col}, Zeile {row}, {width} × {height} Pixel, nicht gelesen werden ({reason}): Die Datei ist vielleicht beschädigt oder unvollständig; holen Sie sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>The mask band of {path} cannot be read at column {col}, row {row}, {width} × {height} pixels ({reason}): the file may be damaged or incomplete; fetch it again.</source>
            <translation>Das Maskenband von {path} kann bei Spalte {col}, Zeile {row}, {width} × {height} Pixel, nicht gelesen werden ({reason}): Die Datei ist vielleicht beschädigt oder unvollständig; holen Sie sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>{path} cannot be brought to the scene's grid ({reason}): check its coordinate system, or warp it to the scene's first.</source>
            <translation>{path} lässt sich nicht auf das Gitter der Szene bringen ({reason}): Prüfen Sie das Koordinatensystem, oder rechnen Sie es erst auf das der Szene um.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <source>{path} cannot be written ({reason}): check that the folder exists, that you may write there and that the disk is not full.</source>
            <translation>{path} kann nicht geschrieben werden ({reason}): Prüfen Sie, ob es den Ordner gibt, ob Sie dort schreiben dürfen und ob die Platte nicht voll ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/raster/wording.py" />
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>no reason given</source>
            <translation>kein Grund genannt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reading.py" />
            <source>{name} has pixels of {native} m, of which {wanted} m is no multiple: leave the resolution out to mask at {native2} m.</source>
            <translation>{name} hat Pixel von {native} m, wovon {wanted} m kein Vielfaches ist: Lassen Sie die Auflösung weg, um mit {native2} m zu maskieren.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>no data</source>
            <translation>keine Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>both points and polygons</source>
            <translation>Punkte und Polygone zugleich</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>neither points nor polygons</source>
            <translation>weder Punkte noch Polygone</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>{path} has {found}: give a layer that holds labelled points or labelled polygons.</source>
            <translation>{path} hat {found}: Geben Sie einen Layer mit beurteilten Punkten oder beurteilten Polygonen an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>No feature of {path} is labelled in the field {field}.</source>
            <translation>Kein Objekt von {path} hat ein Urteil im Feld {field}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>{path} has no field {field}: name the one that holds the class; its fields are {listed}.</source>
            <translation>{path} hat kein Feld {field}: Nennen Sie das, das die Klasse enthält; die Felder sind {listed}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/reference_labels.py" />
            <source>Which field of {path} holds the class is not known: name it; its fields are {listed}.</source>
            <translation>Welches Feld von {path} die Klasse enthält, ist nicht bekannt: Nennen Sie es; die Felder sind {listed}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/refine.py" />
            <source>The threshold of {key} is {value}: give a probability above 0 and below 1.</source>
            <translation>Die Schwelle von {key} ist {value}: Geben Sie eine Wahrscheinlichkeit über 0 und unter 1 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/refine.py" />
            <source>{key} is {value}: give 0 or a positive number of {unit}.</source>
            <translation>{key} ist {value}: Geben Sie 0 oder eine positive Zahl in {unit} an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/refine.py" />
            <source>There is no class {key}: thresholds are thick, thin, shadow.</source>
            <translation>Es gibt keine Klasse {key}: Schwellen sind thick, thin, shadow.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{member} in {path} cannot be unpacked ({error}): the archive is damaged; fetch it again.</source>
            <translation>{member} in {path} kann nicht entpackt werden ({error}): Das Archiv ist beschädigt; holen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{path} cannot be read as a zip file: fetch it again.</source>
            <translation>{path} kann nicht als Zip-Datei gelesen werden: Holen Sie sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{name} holds no band's image (.jp2): only metadata was fetched; fetch the whole product.</source>
            <translation>{name} enthält kein Bild eines Bandes (.jp2): Nur Metadaten wurden geholt; holen Sie das ganze Produkt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{name} holds {granules} tiles ({granules2}): choose the folder of one of them in GRANULE.</source>
            <translation>{name} enthält {granules} Kacheln ({granules2}): Wählen Sie den Ordner einer von ihnen in GRANULE.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{name} lacks its product metadata (MTD_MSI….xml): scale and offset were taken from its baseline and values; check them.</source>
            <translation>{name} fehlen die Metadaten des Produkts (MTD_MSI….xml): Skala und Versatz wurden aus seiner Baseline und seinen Werten genommen; prüfen Sie sie.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{location}/{member} is no metadata of a Sentinel-2 product: fetch that file again.</source>
            <translation>{location}/{member} sind keine Metadaten eines Sentinel-2-Produkts: Holen Sie diese Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/safe.py" />
            <source>{location}/{member} is cut short: fetch that file again.</source>
            <translation>{location}/{member} ist abgeschnitten: Holen Sie diese Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene.py" />
            <source>nothing tells another</source>
            <translation>nichts sagt etwas anderes</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene.py" />
            <source>The extent {xmin},{ymin},{xmax},{ymax} does not overlap the scene: give it in the scene's coordinate system.</source>
            <translation>Die Ausdehnung {xmin},{ymin},{xmax},{ymax} überdeckt die Szene nicht: Geben Sie sie im Koordinatensystem der Szene an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_copies.py" />
            <source>of the copy</source>
            <translation>der Kopie</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_search.py" />
            <source>No scene was found in {inputs}: name folders, files or patterns of Sentinel-2 products, Landsat scenes or stacks of bands.</source>
            <translation>Keine Szene wurde in {inputs} gefunden: Nennen Sie Ordner, Dateien oder Muster von Sentinel-2-Produkten, Landsat-Szenen oder Bandstapeln.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_search.py" />
            <source>Nothing matches {text}: check folder and pattern.</source>
            <translation>Nichts passt zu {text}: Prüfen Sie Ordner und Muster.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_search.py" />
            <source>{text} does not exist: name a folder, a file or a pattern.</source>
            <translation>{text} gibt es nicht: Nennen Sie einen Ordner, eine Datei oder ein Muster.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_task.py" />
            <source>{output} was changed while it was written: run again.</source>
            <translation>{output} wurde geändert, während sie geschrieben wurde: Führen Sie es noch einmal aus.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_task.py" />
            <source>The memory was not enough: give a smaller tile, or run on a larger computer.</source>
            <translation>Der Arbeitsspeicher reichte nicht: Geben Sie eine kleinere Kachel an, oder nehmen Sie einen größeren Rechner.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_task.py" />
            <source>The program stopped because of a mistake in it ({error}): please report it.</source>
            <translation>Das Programm hielt wegen eines Fehlers in ihm an ({error}): Bitte melden Sie ihn.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/scene_task.py" />
            <source>{path} is there already and was not written by this program: move it away, or choose another folder.</source>
            <translation>{path} ist schon da und wurde nicht von diesem Programm geschrieben: Räumen Sie sie weg, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/sensors.py" />
            <source>{title} values of Level-1 become reflectance only with the sun's height: keep the file MTL.txt beside the bands, or state the sun's zenith angle, which is 90 less the SUN_ELEVATION in it.</source>
            <translation>Werte von {title} in Level-1 werden nur mit der Höhe der Sonne zu Reflexionsgraden: Behalten Sie die Datei MTL.txt neben den Bändern, oder geben Sie den Zenitwinkel der Sonne an, der 90 weniger SUN_ELEVATION darin ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/sensors.py" />
            <source>There is no sensor {key}: known are {known}.</source>
            <translation>Es gibt keinen Sensor {key}: Bekannt sind {known}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>{location} holds {times} dates ({ends})</source>
            <translation>{location} enthält {times} Daten ({ends})</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>{there}: state the one to use, by its date or its number from 1.</source>
            <translation>{there}: Geben Sie das gewünschte an, nach seinem Datum oder seiner Nummer ab 1.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>none of them is</source>
            <translation>keines davon ist</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>{found} of them are</source>
            <translation>{found} davon sind</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/series.py" />
            <source>{there}, and {what} {step}: state one by its number from 1.</source>
            <translation>{there}, und {what} {step}: Geben Sie eines nach seiner Nummer ab 1 an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shadow_check.py" />
            <source>Orphan shadows are {orphans}: give keep or remove.</source>
            <translation>Schatten ohne Wolke sind {orphans}: Geben Sie keep oder remove an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shadow_check.py" />
            <source>In {orphan} of the area is shadow that no cloud can throw, as dark water or burnt ground may be: look at it, or have orphan shadow removed.</source>
            <translation>Auf {orphan} der Fläche ist Schatten, den keine Wolke werfen kann, wie dunkles Wasser oder verbrannter Boden es sein mag: Sehen Sie ihn an, oder lassen Sie Schatten ohne Wolke entfernen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shared_files.py" />
            <source>The Dask worker {worker} does not see {path}: scenes and their masks must lie under the same path on this computer and on all workers.</source>
            <translation>Der Dask-Worker {worker} sieht {path} nicht: Szenen und ihre Masken müssen auf diesem Rechner und auf allen Workern unter demselben Pfad liegen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shared_files.py" />
            <source>The Dask worker {worker} does not see the folder {folder}: have the result written into a folder that is under the same path on this computer and on all workers, and not into a temporary one.</source>
            <translation>Der Dask-Worker {worker} sieht den Ordner {folder} nicht: Lassen Sie das Ergebnis in einen Ordner schreiben, der auf diesem Rechner und auf allen Workern unter demselben Pfad liegt, und nicht in einen temporären.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/shared_files.py" />
            <source>The Dask worker {worker} must not write into the folder {folder}: allow it, or choose another that all workers share.</source>
            <translation>Der Dask-Worker {worker} darf nicht in den Ordner {folder} schreiben: Erlauben Sie es, oder wählen Sie einen anderen, den alle Worker gemeinsam haben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/stac.py" />
            <source>{location} is no JSON text ({error}): fetch the STAC item again.</source>
            <translation>{location} ist kein JSON-Text ({error}): Holen Sie das STAC-Item noch einmal.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/stac.py" />
            <source>{location} is no STAC item, for it has no assets: choose an item of a catalogue.</source>
            <translation>{location} ist kein STAC-Item, denn es hat keine Assets: Wählen Sie ein Item eines Katalogs.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/stac.py" />
            <source>{location} names no asset that is a band's image: choose an item of Sentinel-2's Level-1C or Level-2A.</source>
            <translation>{location} nennt kein Asset, das das Bild eines Bandes ist: Wählen Sie ein Item von Sentinel-2 in Level-1C oder Level-2A.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/stac.py" />
            <source>{location} cannot be fetched ({error}): check the address and the network.</source>
            <translation>{location} kann nicht geholt werden ({error}): Prüfen Sie die Adresse und das Netz.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspect_prior.py" />
            <source>{path} is no layer of suspects: name one that “suspects” has written.</source>
            <translation>{path} ist kein Layer von Verdachtsstellen: Nennen Sie einen, den „suspects“ geschrieben hat.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspect_prior.py" />
            <source>The pixels of {path} do not coincide with those of the probabilities, and it cannot be warped to them: make it on their grid.</source>
            <translation>Die Pixel von {path} fallen nicht mit denen der Wahrscheinlichkeiten zusammen, und es lässt sich nicht auf sie umrechnen: Erstellen Sie es auf deren Gitter.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspect_prior.py" />
            <source>{path} does not reach the probabilities: name the suspects of their place.</source>
            <translation>{path} reicht nicht zu den Wahrscheinlichkeiten: Nennen Sie die Verdachtsstellen ihres Orts.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspect_statistics.py" />
            <source>The strength of the suspects is {strength}: give 0 (not at all) to 1 (in full).</source>
            <translation>Die Stärke der Verdachtsstellen ist {strength}: Geben Sie 0 (gar nicht) bis 1 (ganz) an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Dates with data</source>
            <translation>Daten mit Messwerten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Times thick cloud</source>
            <translation>Mal dichte Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Times thin cloud</source>
            <translation>Mal dünne Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Quiet days</source>
            <translation>Ruhige Tage</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Times cloud on quiet days</source>
            <translation>Mal Wolke an ruhigen Tagen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>The squares around a place are {square} km wide: give {SMALLEST_KM} to {LARGEST_KM} km.</source>
            <translation>Die Quadrate um einen Ort sind {square} km breit: Geben Sie {SMALLEST_KM} bis {LARGEST_KM} km an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Looking for suspects</source>
            <translation>Verdachtsstellen werden gesucht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>No place has data on {FEWEST_DATES} dates: nothing is judged.</source>
            <translation>Kein Ort hat an {FEWEST_DATES} Daten Messwerte: Nichts wird beurteilt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Suspects need masks of {FEWEST_DATES} dates or more, and there are {number}: add masks of further dates.</source>
            <translation>Verdachtsstellen brauchen Masken von {FEWEST_DATES} Daten oder mehr, und es sind {number}: Fügen Sie Masken weiterer Daten hinzu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>{name} does not overlap the extent and is left out.</source>
            <translation>{name} überdeckt die Ausdehnung nicht und wird weggelassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>There are masks of {days} dates: give those of {MOST_DATES} at most, such as of one or two years.</source>
            <translation>Es sind Masken von {days} Daten: Geben Sie die von höchstens {MOST_DATES} an, etwa die von einem oder zwei Jahren.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>The area is {sides} km wide, too little for squares of {square} km around each place: what is around is less certain; take a larger area or smaller squares.</source>
            <translation>Das Gebiet ist {sides} km breit, zu wenig für Quadrate von {square} km um jeden Ort: Was ringsum liegt, ist weniger sicher; nehmen Sie ein größeres Gebiet oder kleinere Quadrate.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/suspects.py" />
            <source>Places called cloud implausibly often, {days} dates</source>
            <translation>Orte, die unglaubhaft oft Wolke genannt werden, {days} Daten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/text_file.py" />
            <source>{path} is to hold a {suffixes} file: name it so.</source>
            <translation>{path} soll eine {suffixes}-Datei sein: Nennen Sie sie so.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/text_file.py" />
            <source>{path} cannot be replaced ({strerror}): close it in other programs or choose another name.</source>
            <translation>{path} kann nicht ersetzt werden ({strerror}): Schließen Sie sie in anderen Programmen, oder wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/with_rasterio.py" />
            <source>{error}; without GDAL's Python bindings only GeoJSON can be read</source>
            <translation>{error}; ohne die Python-Anbindung von GDAL lässt sich nur GeoJSON lesen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/with_rasterio.py" />
            <source>some lie outside its area of use</source>
            <translation>einige liegen außerhalb seines Geltungsbereichs</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>{path} cannot be opened as points or polygons ({reason}): check that it exists and is whole.</source>
            <translation>{path} kann nicht als Punkte oder Polygone geöffnet werden ({reason}): Prüfen Sie, ob es da und ganz ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>{path} has no layer {layer}: name one of its layers, which are {known}.</source>
            <translation>{path} hat keinen Layer {layer}: Nennen Sie einen seiner Layer, diese sind {known}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>Coordinates cannot be brought from {names} to {names2} ({reason}): check the coordinate systems of both layers.</source>
            <translation>Koordinaten lassen sich nicht von {names} nach {names2} bringen ({reason}): Prüfen Sie die Koordinatensysteme beider Layer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/vector/wording.py" />
            <source>The format of {path} is not known: give a name that ends in {known}.</source>
            <translation>Das Format von {path} ist nicht bekannt: Geben Sie einen Namen an, der auf {known} endet.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>The threshold is {threshold} %: give more than 0 and up to 100 %.</source>
            <translation>Die Schwelle ist {threshold} %: Geben Sie mehr als 0 und bis zu 100 % an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>A weight is {weight}: give 0 for pixels that cannot be used, 1 for those that can, or a share between.</source>
            <translation>Ein Gewicht ist {weight}: Geben Sie 0 für Pixel an, die nicht brauchbar sind, 1 für brauchbare, oder einen Anteil dazwischen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>No output is named: name a table, a layer or a summary to write.</source>
            <translation>Keine Ausgabe ist genannt: Nennen Sie eine Tabelle, einen Layer oder eine Zusammenfassung, die geschrieben werden soll.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>{layer_output} holds the polygons themselves: choose another name for the layer.</source>
            <translation>{layer_output} enthält die Polygone selbst: Wählen Sie einen anderen Namen für den Layer.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>Table and summary have one name: give each its own.</source>
            <translation>Tabelle und Zusammenfassung haben denselben Namen: Geben Sie jeder einen eigenen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>{polygons} has no polygons: give a layer of polygons.</source>
            <translation>{polygons} hat keine Polygone: Geben Sie einen Polygonlayer an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>Features without a polygon, left empty: {lacking}.</source>
            <translation>Objekte ohne Polygon, leer gelassen: {lacking}.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>Measuring polygons</source>
            <translation>Polygone werden vermessen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>No polygon of {polygons} lies on any of the masks: check the coordinate systems, or name masks of the polygons' place.</source>
            <translation>Kein Polygon von {polygons} liegt auf einer der Masken: Prüfen Sie die Koordinatensysteme, oder nennen Sie Masken vom Ort der Polygone.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/engine/zonal_clear.py" />
            <source>{polygons} has no field {id_field}: name the one that tells the polygons apart; its fields are {listed}.</source>
            <translation>{polygons} hat kein Feld {id_field}: Nennen Sie das, das die Polygone unterscheidet; die Felder sind {listed}.</translation>
        </message>
        <message>
            <location filename="../models/cloudmask-accurate/card.json" />
            <source>CloudMask accurate</source>
            <translation>CloudMask genau</translation>
        </message>
        <message>
            <location filename="../models/cloudmask-accurate/card.json" />
            <source>As the fast one at less than half its speed: better with red, green and blue alone, and steadier when a band is missing</source>
            <translation>Wie das schnelle, bei weniger als der Hälfte seiner Geschwindigkeit: besser mit Rot, Grün und Blau allein, und ruhiger, wenn ein Band fehlt</translation>
        </message>
        <message>
            <location filename="../models/cloudmask-fast/card.json" />
            <source>CloudMask fast</source>
            <translation>CloudMask schnell</translation>
        </message>
        <message>
            <location filename="../models/cloudmask-fast/card.json" />
            <source>Clouds and shadows from any bands, red, green and blue up to all 13</source>
            <translation>Wolken und Schatten aus beliebigen Bändern, von Rot, Grün und Blau bis zu allen 13</translation>
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
        <name>LookGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Opacity of the mask</source>
            <translation>Deckkraft der Maske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Opacity</source>
            <translation>Deckkraft</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Overlay</source>
            <translation>Overlay</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The mask over the scene</source>
            <translation>Die Maske über der Szene</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Swipe</source>
            <translation>Wischen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The mask left of a line that you drag</source>
            <translation>Die Maske links einer Linie, die Sie ziehen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Flicker</source>
            <translation>Blinken</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The mask comes and goes</source>
            <translation>Die Maske kommt und geht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Outline</source>
            <translation>Umriss</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Only the rims of cloud and shadow</source>
            <translation>Nur die Ränder von Wolke und Schatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Agree</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Where two masks agree and differ</source>
            <translation>Wo zwei Masken übereinstimmen und wo nicht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>True colour</source>
            <translation>Echtfarben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Red, green and blue</source>
            <translation>Rot, Grün und Blau</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>SWIR</source>
            <translation>SWIR</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>SWIR–NIR–red: snow turns dark or blue, cloud stays white</source>
            <translation>SWIR–NIR–Rot: Schnee wird dunkel oder blau, Wolke bleibt weiß</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>Cirrus</source>
            <translation>Zirrus</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The cirrus band: thin high cloud is bright</source>
            <translation>Das Zirrus-Band: Dünne hohe Wolke ist hell</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>As styled</source>
            <translation>Wie gestaltet</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/look_group.py" />
            <source>The layer's own style</source>
            <translation>Der eigene Stil des Layers</translation>
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
            <source>Check it →</source>
            <translation>Prüfen →</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Look at this mask over its scene, in the tab Check</source>
            <translation>Diese Maske über ihrer Szene ansehen, im Reiter Prüfen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Make composite →</source>
            <translation>Komposit erstellen →</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_panel.py" />
            <source>Fill the clouds of this scene from other dates, in the tab Composite</source>
            <translation>Die Wolken dieser Szene aus anderen Daten füllen, im Reiter Komposit</translation>
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
            <source>Area that is masked</source>
            <translation>Fläche, die maskiert wird</translation>
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
            <source>With the method and date of the tab Composite, in the same run</source>
            <translation>Mit Methode und Datum des Reiters Komposit, im selben Lauf</translation>
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
        <name>MaskViewer</name>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_viewer.py" />
            <source>Opening masks</source>
            <translation>Masken werden geöffnet</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_viewer.py" />
            <source>Reading masks</source>
            <translation>Masken werden gelesen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/mask_viewer.py" />
            <source>Growing the mask</source>
            <translation>Die Maske wächst</translation>
        </message>
    </context>
    <context>
        <name>MeasurePanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source> each</source>
            <translation> je Klasse</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Points of each class</source>
            <translation>Punkte jeder Klasse</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>seed </source>
            <translation>Startwert </translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>The same mask and seed draw the same points.</source>
            <translation>Dieselbe Maske und derselbe Startwert ziehen dieselben Punkte.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Draw poin&amp;ts</source>
            <translation>&amp;Punkte ziehen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Clear</source>
            <translation>Klar</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Thick</source>
            <translation>Dicht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Thin</source>
            <translation>Dünn</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Shadow</source>
            <translation>Schatten</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Can’t tell</source>
            <translation>Unklar</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Say what is in the ring, and go to the next point</source>
            <translation>Sagen, was im Ring ist, und zum nächsten Punkt gehen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Take the last label back</source>
            <translation>Das letzte Urteil zurücknehmen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>How well overall accuracy is to be known; below stands what that takes</source>
            <translation>Wie genau die Gesamtgenauigkeit bekannt sein soll; darunter steht, was das braucht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Overall accuracy to</source>
            <translation>Gesamtgenauigkeit auf</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Write figures, map, worst tiles and provenance as HTML and PDF, and open it</source>
            <translation>Kennzahlen, Karte, schlechteste Kacheln und Herkunft als HTML und PDF schreiben und öffnen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Drawing points</source>
            <translation>Punkte werden gezogen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Writing the report</source>
            <translation>Der Bericht wird geschrieben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Check</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>{page} and {pdf} written in {folder}.</source>
            <translation>{page} und {pdf} in {folder} geschrieben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Points are drawn at random in each class; you say what they really are.</source>
            <translation>In jeder Klasse werden zufällig Punkte gezogen; Sie sagen, was sie wirklich sind.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>All points are labelled.</source>
            <translation>Alle Punkte sind beurteilt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>C, T, I, D or X goes on.</source>
            <translation>C, T, I, D oder X geht weiter.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/measure_panel.py" />
            <source>Point {number} of {all}: what is in the ring?</source>
            <translation>Punkt {number} von {all}: Was ist im Ring?</translation>
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
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>Temporary layer</source>
            <translation>Temporärer Layer</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/destination.py" />
            <source>Choose “File” to name one.</source>
            <translation>Wählen Sie „Datei“, um eine zu nennen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>Write the mask to</source>
            <translation>Die Maske schreiben nach</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/option_groups.py" />
            <source>The mask is written here; an existing file is replaced once it is whole.</source>
            <translation>Hierhin wird die Maske geschrieben; eine vorhandene Datei wird ersetzt, sobald die neue ganz ist.</translation>
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
    </context>
    <context>
        <name>PixelPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Ask a pixel</source>
            <translation>Ein Pixel befragen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Click a pixel on the map, or ask the one in its middle</source>
            <translation>Ein Pixel auf der Karte anklicken, oder das in ihrer Mitte befragen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Click a place on the map.</source>
            <translation>Klicken Sie eine Stelle auf der Karte an.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Asking a pixel</source>
            <translation>Ein Pixel wird befragt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>&lt;b&gt;{name}&lt;/b&gt; in the mask</source>
            <translation>&lt;b&gt;{name}&lt;/b&gt; in der Maske</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>Choose the scene to see the spectrum.</source>
            <translation>Wählen Sie die Szene, um das Spektrum zu sehen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/pixel_panel.py" />
            <source>The sun's direction is not known, so no cloud is matched.</source>
            <translation>Die Richtung der Sonne ist nicht bekannt, daher wird keine Wolke zugeordnet.</translation>
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
            <source>Smaller areas of cloud or of shadow become clear.</source>
            <translation>Kleinere Flächen von Wolke oder Schatten werden klar.</translation>
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
        <name>ReviewPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Ran&amp;k the tiles</source>
            <translation>Kacheln o&amp;rdnen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Tiles, the most suspicious first</source>
            <translation>Kacheln, die verdächtigsten zuerst</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>OK</source>
            <translation>Stimmt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Wrong</source>
            <translation>Falsch</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Say it of this tile, and go to the next one</source>
            <translation>Dies von der Kachel sagen, und zur nächsten gehen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>What is wrong with this tile</source>
            <translation>Was an dieser Kachel falsch ist</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Choose a mask first.</source>
            <translation>Wählen Sie zuerst eine Maske.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Look for doubt, disagreement, odd shadow and bright ground</source>
            <translation>Nach Zweifel, Abweichungen, unstimmigem Schatten und hellem Boden suchen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Ranking tiles</source>
            <translation>Kacheln werden geordnet</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Looking at the whole mask …</source>
            <translation>Die ganze Maske wird betrachtet …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>{done} of {all} looked at: {ok} ok, {wrong} wrong, {skipped} skipped.</source>
            <translation>{done} von {all} betrachtet: {ok} gut, {wrong} falsch, {skipped} ausgelassen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/review_panel.py" />
            <source>Nothing is suspicious here.</source>
            <translation>Nichts ist hier verdächtig.</translation>
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
            <source>The Python package onnxruntime, which runs the models, is missing. Press Install to get it for this profile, or run this command yourself:</source>
            <translation>Das Python-Paket onnxruntime, das die Modelle ausführt, fehlt. Drücken Sie auf Installieren, um es für dieses Profil zu holen, oder führen Sie diesen Befehl selbst aus:</translation>
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
        <name>SceneBands</name>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_bands.py" />
            <source>Looking at {scene}</source>
            <translation>{scene} wird betrachtet</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_bands.py" />
            <source>Choose a scene first.</source>
            <translation>Wählen Sie zuerst eine Szene.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_bands.py" />
            <source>The scene's bands are not known yet.</source>
            <translation>Die Bänder der Szene sind noch nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/scene_bands.py" />
            <source>The scene's layer lacks bands for it.</source>
            <translation>Dem Layer der Szene fehlen Bänder dafür.</translation>
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
            <source>Nodata value</source>
            <translation>Nodata-Wert</translation>
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
            <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
            <translation>Jan. Feb. März April Mai Juni Juli Aug. Sep. Okt. Nov. Dez.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/scene_text.py" />
            <source>{day} {month} {year}</source>
            <translation>{day}. {month} {year}</translation>
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
            <source>N NE E SE S SW W NW</source>
            <translation>N NO O SO S SW W NW</translation>
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
            <source>Nodata value</source>
            <translation>Nodata-Wert</translation>
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
    <context>
        <name>SpectrumPlot</name>
        <message>
            <location filename="../cloudmask_plugin/gui/spectrum_plot.py" />
            <source>cloud</source>
            <translation>Wolke</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/spectrum_plot.py" />
            <source>clear</source>
            <translation>klar</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/spectrum_plot.py" />
            <source>this pixel</source>
            <translation>dieses Pixel</translation>
        </message>
    </context>
    <context>
        <name>SuspectsPanel</name>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Only what the map shows</source>
            <translation>Nur was die Karte zeigt</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Find suspects</source>
            <translation>Verdachtsstellen suchen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Write this mask with them</source>
            <translation>Diese Maske mit ihnen schreiben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Suspects</source>
            <translation>Verdachtsstellen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Finding suspects</source>
            <translation>Verdachtsstellen werden gesucht</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Cancelling …</source>
            <translation>Wird abgebrochen …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Looking at the masks …</source>
            <translation>Die Masken werden betrachtet …</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>{stage}, {seconds:.0f} s left</source>
            <translation>{stage}, noch {seconds:.0f} s</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>{count} dates; suspect: {hectares:.1f} ha, {share} of the area.</source>
            <translation>{count} Daten; verdächtig: {hectares:.1f} ha, {share} der Fläche.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Cloud is believed less there; the map and its costs follow at once</source>
            <translation>Dort wird Wolke weniger geglaubt; Karte und Kosten folgen sofort</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Something is under way.</source>
            <translation>Etwas läuft gerade.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Choose a mask first.</source>
            <translation>Wählen Sie zuerst eine Maske.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Look in all masks of the project for what is called cloud again and again</source>
            <translation>In allen Masken des Projekts suchen, was immer wieder Wolke genannt wird</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Find suspects first, or add a layer of them.</source>
            <translation>Suchen Sie zuerst Verdachtsstellen, oder fügen Sie einen Layer davon hinzu.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/suspects_panel.py" />
            <source>Write a new version in which calls of cloud count less at suspects</source>
            <translation>Eine neue Fassung schreiben, in der Urteile auf Wolke an Verdachtsstellen weniger zählen</translation>
        </message>
    </context>
    <context>
        <name>ThresholdGroup</name>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Generous to strict</source>
            <translation>Großzügig bis streng</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>To the right more is masked; each step counts cloud and shadow 1.4 times.</source>
            <translation>Nach rechts wird mehr maskiert; jeder Schritt zählt Wolke und Schatten 1,4-fach.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Appl&amp;y: write this mask</source>
            <translation>Anwen&amp;den: diese Maske schreiben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Show the mask as it is written</source>
            <translation>Die Maske zeigen, wie sie geschrieben ist</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Thresholds that suit what the mask is for</source>
            <translation>Schwellen, die zum Zweck der Maske passen</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Write a new mask with these options beside the old one</source>
            <translation>Mit diesen Optionen eine neue Maske neben die alte schreiben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>generous</source>
            <translation>großzügig</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>strict</source>
            <translation>streng</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Purpose</source>
            <translation>Zweck</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Thick from</source>
            <translation>Dicht ab</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Thin from</source>
            <translation>Dünn ab</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Shadow from</source>
            <translation>Schatten ab</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>Probability from which this class is preferred to clear</source>
            <translation>Wahrscheinlichkeit, ab der diese Klasse klar vorgezogen wird</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_group.py" />
            <source>As written</source>
            <translation>Wie geschrieben</translation>
        </message>
    </context>
    <context>
        <name>ThresholdTrial</name>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>There is no mask yet.</source>
            <translation>Es gibt noch keine Maske.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Choose the mask's probabilities to try thresholds; a mask that is made anew writes them where Output asks for it.</source>
            <translation>Wählen Sie die Wahrscheinlichkeiten der Maske, um Schwellen auszuprobieren; eine neu erstellte Maske schreibt sie, wenn Sie es unter Ausgabe verlangen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Thresholds decide the whole mask anew: save your corrections first (Correct by hand, Save as a new version), or undo them.</source>
            <translation>Schwellen entscheiden die ganze Maske neu: Speichern Sie erst Ihre Berichtigungen (Von Hand berichtigen, Als neue Fassung speichern), oder machen Sie sie rückgängig.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Calibrated by {count} labelled points.</source>
            <translation>Kalibriert mit {count} beurteilten Punkten.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>A guess for this scene, right on the average of many: {count} points labelled under Measure make it this scene's own.</source>
            <translation>Für diese Szene geschätzt, im Mittel vieler Szenen richtig: {count} unter Messen beurteilte Punkte machen daraus ihre eigenen Zahlen.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Cloud is believed less at suspects.</source>
            <translation>An Verdachtsstellen wird Wolke weniger geglaubt.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Decided anew, without {layer}, which is not in the project.</source>
            <translation>Neu entschieden, ohne {layer}, das nicht im Projekt ist.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Decided anew, without this mask's corrections by hand.</source>
            <translation>Neu entschieden, ohne die Berichtigungen dieser Maske von Hand.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>A mask is being written.</source>
            <translation>Eine Maske wird gerade geschrieben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Move a slider first: the mask is written with these options already.</source>
            <translation>Bewegen Sie zuerst einen Regler: Mit diesen Optionen ist die Maske schon geschrieben.</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>Writing {name}</source>
            <translation>{name} wird geschrieben</translation>
        </message>
        <message>
            <location filename="../cloudmask_plugin/gui/threshold_trial.py" />
            <source>In view, buffer and minimum area included: loses {lost}, leaks {leaked}.</source>
            <translation>Im Kartenausschnitt, mit Puffer und Mindestfläche: verliert {lost}, lässt {leaked} durch.</translation>
        </message>
    </context>
</TS>
