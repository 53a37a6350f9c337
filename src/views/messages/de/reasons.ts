import type { Words } from '../said.ts';

/** Why records are one, may be one, or stand apart: what the rules say, by their own words. `{}` is a part. */
export const reasons: Words = {
  'A diagnosis made at a visit, of the problem on the list.':
    'Eine bei einem Besuch gestellte Diagnose zu dem Problem auf der Liste.',
  'A dose that was not given is not the dose that was.':
    'Eine nicht verabreichte Dosis ist nicht die verabreichte.',
  'A statement that there are no known problems is not a problem.':
    'Die Aussage, dass keine Probleme bekannt sind, ist kein Problem.',
  'A visit that lies within the longer stay.': 'Ein Besuch, der im längeren Aufenthalt liegt.',
  'Alike by name and time; no code says that they are one.':
    'Nach Name und Zeit ähnlich; kein Code sagt, dass sie eins sind.',
  'An allergy to the class that the other substance belongs to.':
    'Eine Allergie gegen die Gruppe, zu der die andere Substanz gehört.',
  'An illness that passes, at two times: two bouts.':
    'Eine vorübergehende Krankheit zu zwei Zeiten: zwei Episoden.',
  'An operation that is done once in a life, under two dates: one may be wrong.':
    'Ein Eingriff, den es im Leben nur einmal gibt, unter zwei Daten: eines kann falsch sein.',
  'An operation that is done once in a life; its dates agree as far as they go.':
    'Ein Eingriff, den es im Leben nur einmal gibt; die Daten stimmen überein, soweit sie reichen.',
  'Both state that no such allergy is known.': 'Beide sagen, dass keine solche Allergie bekannt ist.',
  'Both state that there are no known problems.': 'Beide sagen, dass keine Probleme bekannt sind.',
  'Diagnoses of two different visits are counted one by one.':
    'Diagnosen zweier verschiedener Besuche zählen einzeln.',
  'It states that it replaces the other.': 'Es gibt an, das andere zu ersetzen.',
  'One authority gave them two visit numbers.': 'Eine Stelle gab ihnen zwei Fallnummern.',
  'One had ended before the other began: two episodes.':
    'Das eine war zu Ende, bevor das andere begann: zwei Episoden.',
  'One laboratory gave them two different numbers.': 'Ein Labor gab ihnen zwei verschiedene Nummern.',
  'One of them has an element that may change its meaning: it is shown apart.':
    'Eines von ihnen trägt ein Element, das seine Bedeutung ändern kann: Es steht für sich.',
  'One source says that this drug is taken, the other that it is not.':
    'Eine Quelle sagt, dass dieses Medikament genommen wird, die andere, dass nicht.',
  'One source says that this vaccine was given, the other that it was not, on the same date.':
    'Eine Quelle sagt, dass diese Impfung gegeben wurde, die andere für dasselbe Datum, dass nicht.',
  'One source says that this was done, the other that it was not, on the same date.':
    'Eine Quelle sagt, dass dies geschah, die andere für dasselbe Datum, dass nicht.',
  'One source states that there are no known problems; this is a problem that counts now.':
    'Eine Quelle sagt, dass keine Probleme bekannt sind; dies ist ein aktuelles Problem.',
  'One source states that there is no known allergy of this sort; another records one.':
    'Eine Quelle sagt, dass keine solche Allergie bekannt ist; eine andere führt eine.',
  'One system gave them one number, but at other times or with other values: perhaps two results of one order.':
    'Ein System gab ihnen eine Nummer, doch mit anderer Zeit oder anderem Wert: vielleicht zwei Befunde einer Anforderung.',
  'One system lists one dose twice: vaccine, date and lot agree.':
    'Ein System führt eine Dosis zweimal: Impfstoff, Datum und Charge stimmen überein.',
  'One system lists the allergy twice, with the same date and particulars.':
    'Ein System führt die Allergie zweimal, mit gleichem Datum und gleichen Angaben.',
  'One system lists the same problem twice.': 'Ein System führt dasselbe Problem zweimal.',
  'One system lists the same procedure twice at one time.':
    'Ein System führt denselben Eingriff zweimal zur selben Zeit.',
  'One system lists the same vaccine twice on one day.':
    'Ein System führt dieselbe Impfung zweimal an einem Tag.',
  'One system lists the substance twice, with other particulars.':
    'Ein System führt die Substanz zweimal, mit anderen Angaben.',
  'One system lists them as two doses.': 'Ein System führt sie als zwei Dosen.',
  'One system lists them as two entries.': 'Ein System führt sie als zwei Einträge.',
  'One system lists them as two procedures.': 'Ein System führt sie als zwei Eingriffe.',
  'One system lists them as two results, and nothing says that it copied one.':
    'Ein System führt sie als zwei Befunde, und nichts weist auf eine Kopie hin.',
  'One system lists them as two visits.': 'Ein System führt sie als zwei Besuche.',
  'One system lists them as two.': 'Ein System führt sie als zwei.',
  'One system lists them twice with the same time and value; they may be two.':
    'Ein System führt sie zweimal mit gleicher Zeit und gleichem Wert; es können zwei sein.',
  'One system lists them twice, equal to the minute and to the digit.':
    'Ein System führt sie zweimal, auf die Minute und die Ziffer gleich.',
  'One system lists two of a sort at one time.': 'Ein System führt zwei der gleichen Art zur selben Zeit.',
  'One system lists two visits with the same times.': 'Ein System führt zwei Besuche mit gleichen Zeiten.',
  'One system states twice that no such allergy is known.':
    'Ein System sagt zweimal, dass keine solche Allergie bekannt ist.',
  'One time and purpose, but the organisations are named differently.':
    'Gleiche Zeit und gleicher Zweck, aber die Einrichtungen heißen verschieden.',
  'One time, and place or people agree.': 'Gleiche Zeit, und Ort oder Personen stimmen überein.',
  'Only the date is common to them.': 'Nur das Datum ist ihnen gemeinsam.',
  'People, places and products are joined by their identifiers only.':
    'Personen, Orte und Produkte werden nur über ihre Kennungen verbunden.',
  'The content is the same to the byte.': 'Der Inhalt ist bis aufs Byte gleich.',
  'The dates allow that it is one visit; the evidence does not suffice.':
    'Nach den Daten kann es ein Besuch sein; die Belege reichen nicht aus.',
  'The names are alike, but no code or map says that they are one drug.':
    'Die Namen sind ähnlich, aber kein Code und keine Zuordnung sagt, dass es ein Medikament ist.',
  'The names are alike, but no code or map says that they are one procedure.':
    'Die Namen sind ähnlich, aber kein Code und keine Zuordnung sagt, dass es ein Eingriff ist.',
  'The names are alike, but no code or map says that they are one vaccine.':
    'Die Namen sind ähnlich, aber kein Code und keine Zuordnung sagt, dass es ein Impfstoff ist.',
  'The panel states this result as one of its components.':
    'Die Untersuchung nennt diesen Befund als einen ihrer Bestandteile.',
  'The same content, as a report here and a document there.':
    'Derselbe Inhalt, hier als Befundbericht, dort als Dokument.',
  'The same day, and place, people or purpose agree.':
    'Derselbe Tag, und Ort, Personen oder Zweck stimmen überein.',
  'The same diagnosis at the same time.': 'Dieselbe Diagnose zur selben Zeit.',
  'The same diagnosis on the same day.': 'Dieselbe Diagnose am selben Tag.',
  'The same diagnosis; not both are dated.': 'Dieselbe Diagnose; nicht beide sind datiert.',
  'The same diagnosis; the dates leave open whether it is one visit.':
    'Dieselbe Diagnose; die Daten lassen offen, ob es ein Besuch ist.',
  'The same drug at two times: one course only if the record shows it went on between.':
    'Dasselbe Medikament zu zwei Zeiten: eine Einnahme nur, wenn die Akte zeigt, dass sie dazwischen weiterging.',
  'The same drug on the same date; one source has taken it back.':
    'Dasselbe Medikament am selben Datum; eine Quelle hat es zurückgenommen.',
  'The same drug; one of the records has been taken back.':
    'Dasselbe Medikament; einer der Datensätze wurde zurückgenommen.',
  'The same drug; the dates do not say whether it is one course.':
    'Dasselbe Medikament; die Daten sagen nicht, ob es eine Einnahme ist.',
  'The same illness again within three months.': 'Dieselbe Krankheit noch einmal binnen drei Monaten.',
  'The same ingredient, strength and form, without a break: one course.':
    'Gleicher Wirkstoff, gleiche Stärke und Form, ohne Unterbrechung: eine Einnahme.',
  'The same lasting problem, current in both.': 'Dasselbe dauerhafte Problem, in beiden aktuell.',
  'The same lasting problem; one source says that it has ended.':
    'Dasselbe dauerhafte Problem; eine Quelle sagt, dass es beendet ist.',
  'The same passing illness within two weeks.': 'Dieselbe vorübergehende Krankheit binnen zwei Wochen.',
  'The same passing illness; its dates are too coarse to be certain.':
    'Dieselbe vorübergehende Krankheit; die Daten sind zu grob für Gewissheit.',
  'The same passing illness; one of them is undated.':
    'Dieselbe vorübergehende Krankheit; eine ist ohne Datum.',
  'The same problem with the same onset.': 'Dasselbe Problem mit demselben Beginn.',
  'The same problem; one source says that it has ended, the onsets differ.':
    'Dasselbe Problem; eine Quelle sagt, dass es beendet ist, der Beginn weicht ab.',
  'The same procedure at about the same time, by other people or in another place.':
    'Derselbe Eingriff etwa zur selben Zeit, durch andere Personen oder an anderem Ort.',
  'The same procedure at the same time.': 'Derselbe Eingriff zur selben Zeit.',
  'The same procedure by the same people or in the same place; one date is coarse.':
    'Derselbe Eingriff durch dieselben Personen oder am selben Ort; ein Datum ist ungenau.',
  'The same procedure on the same day.': 'Derselbe Eingriff am selben Tag.',
  'The same procedure; the dates leave open whether it is one.':
    'Derselbe Eingriff; die Daten lassen offen, ob es einer ist.',
  'The same sort at about the same time; author and content do not settle it.':
    'Gleiche Art etwa zur selben Zeit; Verfasser und Inhalt entscheiden es nicht.',
  'The same sort at the same time, and nothing about author or content disagrees.':
    'Gleiche Art zur selben Zeit, und an Verfasser und Inhalt widerspricht nichts.',
  'The same sort on one day by the same author.': 'Gleiche Art am selben Tag vom selben Verfasser.',
  'The same sort on one day with the same conclusion.':
    'Gleiche Art am selben Tag mit derselben Beurteilung.',
  'The same substance in both.': 'Dieselbe Substanz in beiden.',
  'The same test and value at the same clock time in two time zones: perhaps a wrong zone.':
    'Gleiche Untersuchung, gleicher Wert, gleiche Uhrzeit in zwei Zeitzonen: vielleicht eine falsche Zone.',
  'The same test and value exactly one hour apart: perhaps one result and a wrong time zone.':
    'Gleiche Untersuchung, gleicher Wert, genau eine Stunde auseinander: vielleicht ein Befund und eine falsche Zeitzone.',
  'The same test and value on one day, once at exactly midnight: perhaps a day written without its hour.':
    'Gleiche Untersuchung, gleicher Wert am selben Tag, einmal genau um Mitternacht: vielleicht ein Tag ohne Uhrzeit.',
  'The same test and value some minutes apart: one result only if a third record lies between them.':
    'Gleiche Untersuchung, gleicher Wert, einige Minuten auseinander: ein Befund nur, wenn ein dritter Datensatz dazwischen liegt.',
  'The same test and value, but not both are dated.':
    'Gleiche Untersuchung und gleicher Wert, aber nicht beide sind datiert.',
  'The same test and value, but the dates are too coarse to be certain.':
    'Gleiche Untersuchung und gleicher Wert, aber die Daten sind zu grob für Gewissheit.',
  'The same test at the same time, with different values: nothing says that they are one result.':
    'Gleiche Untersuchung zur selben Zeit mit verschiedenen Werten: Nichts sagt, dass es ein Befund ist.',
  'The same test at the same time; one of them states no value.':
    'Gleiche Untersuchung zur selben Zeit; eine nennt keinen Wert.',
  'The same test, time and answer, but the specimens have different names.':
    'Gleiche Untersuchung, Zeit und Antwort, aber die Proben heißen verschieden.',
  'The same test, time and value in both.': 'Gleiche Untersuchung, Zeit und gleicher Wert in beiden.',
  'The same thing at the same time.': 'Dasselbe zur selben Zeit.',
  'The same thing on the same day.': 'Dasselbe am selben Tag.',
  'The same vaccine and lot number, dated within a day.':
    'Gleicher Impfstoff und gleiche Chargennummer, höchstens einen Tag auseinander.',
  'The same vaccine on one day, with different lot or dose numbers.':
    'Gleicher Impfstoff am selben Tag, mit verschiedenen Chargen- oder Dosisnummern.',
  'The same vaccine on the same day.': 'Gleicher Impfstoff am selben Tag.',
  'The same vaccine; one of the dates is no finer than its month.':
    'Gleicher Impfstoff; eines der Daten nennt nur den Monat.',
  'The same vaccine; the dates leave open whether it is one dose.':
    'Gleicher Impfstoff; die Daten lassen offen, ob es eine Dosis ist.',
  'The statement that no allergy is known does not speak of this one.':
    'Die Aussage, dass keine Allergie bekannt ist, meint nicht diese.',
  'The substances are alike by name, but no code or map says that they are one.':
    'Die Substanzen heißen ähnlich, aber kein Code und keine Zuordnung sagt, dass sie eine sind.',
  'The visits were at different times.': 'Die Besuche waren zu verschiedenen Zeiten.',
  'Their names are alike, but no code or map says that they are one test.':
    'Die Namen sind ähnlich, aber kein Code und keine Zuordnung sagt, dass es eine Untersuchung ist.',
  'Their names are alike, but no code or map says that they are one.':
    'Die Namen sind ähnlich, aber kein Code und keine Zuordnung sagt, dass sie eins sind.',
  'Their values differ, and their times are not exactly one.':
    'Die Werte weichen ab, und die Zeiten sind nicht genau gleich.',
  'They are alike; no identifier says that they are one.':
    'Sie sind ähnlich; keine Kennung sagt, dass sie eins sind.',
  'They are different drugs.': 'Es sind verschiedene Medikamente.',
  'They are different forms of one drug.': 'Es sind verschiedene Darreichungsformen eines Medikaments.',
  'They are different procedures.': 'Es sind verschiedene Eingriffe.',
  'They are different sorts of report or document.':
    'Es sind verschiedene Arten von Befundbericht oder Dokument.',
  'They are different strengths of one drug.': 'Es sind verschiedene Stärken eines Medikaments.',
  'They are different vaccines.': 'Es sind verschiedene Impfstoffe.',
  'They are of different kinds.': 'Sie sind verschiedener Art.',
  'They are on different sides or in different places of the body.':
    'Sie betreffen verschiedene Seiten oder Stellen des Körpers.',
  'They are visits of different classes, with nothing in common but the time.':
    'Es sind Besuche verschiedener Klassen, denen nur die Zeit gemeinsam ist.',
  'They are visits of different classes.': 'Es sind Besuche verschiedener Klassen.',
  'They begin and end together.': 'Sie beginnen und enden zugleich.',
  'They begin together; nothing else says that they are one visit.':
    'Sie beginnen zugleich; sonst sagt nichts, dass es ein Besuch ist.',
  'They carry the same identifier, but time or value speak against one result.':
    'Sie tragen dieselbe Kennung, aber Zeit oder Wert sprechen gegen einen Befund.',
  'They carry the same identifier, so they are one result, whatever else differs.':
    'Sie tragen dieselbe Kennung und sind daher ein Befund, was auch sonst abweicht.',
  'They come from different specimens or body sites.':
    'Sie stammen von verschiedenen Proben oder Körperstellen.',
  'They deny different sorts of allergy.': 'Sie verneinen verschiedene Arten von Allergie.',
  'They have different authors.': 'Sie haben verschiedene Verfasser.',
  'They have different dates.': 'Sie haben verschiedene Daten.',
  'They measure different things.': 'Sie messen Verschiedenes.',
  'They name different organisations, and nothing else says that they are one visit.':
    'Sie nennen verschiedene Einrichtungen, und sonst sagt nichts, dass es ein Besuch ist.',
  'They name different problems.': 'Sie nennen verschiedene Probleme.',
  'They name different substances.': 'Sie nennen verschiedene Substanzen.',
  'They name different things.': 'Sie nennen Verschiedenes.',
  'They were done at different times.': 'Sie geschahen zu verschiedenen Zeiten.',
  'They were done in different places of the body.': 'Sie geschahen an verschiedenen Stellen des Körpers.',
  'They were given at different times.': 'Sie wurden zu verschiedenen Zeiten gegeben.',
  'They were made at different times.': 'Sie wurden zu verschiedenen Zeiten erstellt.',
  'They were measured at different times.': 'Sie wurden zu verschiedenen Zeiten gemessen.',
  'Visits at one time whose classes may be two phases of one.':
    'Besuche zur selben Zeit, deren Klassen zwei Phasen eines Besuchs sein können.',
  'Visits some minutes apart, with the same place or people.':
    'Besuche einige Minuten auseinander, mit gleichem Ort oder gleichen Personen.',
  'What was not done is not what was.': 'Was nicht geschah, ist nicht das, was geschah.',
  'Kept apart all the same: a person decided so, or another record fits as well or disagrees.':
    'Dennoch getrennt: Jemand hat so entschieden, oder ein anderer Datensatz passt ebenso oder widerspricht.',
  'It happened during this visit.': 'Es geschah während dieses Besuchs.',
  'Its source states that it is part of the other.': 'Die Quelle gibt an, dass es ein Teil des anderen ist.',
  'The panel lists this result.': 'Die Untersuchung führt diesen Befund auf.',
  'The report lists this result.': 'Der Befundbericht führt diesen Befund auf.',
  'The visit names this diagnosis.': 'Der Besuch nennt diese Diagnose.',
  'Its source states that it replaces the other.': 'Die Quelle gibt an, dass es das andere ersetzt.',
  'The same ingredient in two strengths or forms, and both are said to be current.':
    'Gleicher Wirkstoff in zwei Stärken oder Formen, und beide gelten als aktuell.',
  'The same ingredient: one source says that it is current in one strength or form, another that it has ended in another.':
    'Gleicher Wirkstoff: Eine Quelle sagt, dass er in einer Stärke oder Form aktuell ist, eine andere, dass er in einer anderen beendet ist.',
  'Two current drugs of one class: {}.': 'Zwei aktuelle Medikamente einer Klasse: {}.',
  'They are versions of one record of one source.': 'Es sind Fassungen eines Datensatzes einer Quelle.',
  'Two facts.': 'Zwei Einträge.',
  'One fact.': 'Ein Eintrag.',
  'Possibly one fact.': 'Vielleicht ein Eintrag.',
  'Compared: {} (allowed: {}).': 'Verglichen: {} (zulässig: {}).',
  'They carry the same identifier, or one is stated to be a copy of the other.':
    'Sie tragen dieselbe Kennung, oder eines gilt als Kopie des anderen.',
  'One source took back the record with this number and left nothing else of it.':
    'Eine Quelle nahm den Datensatz mit dieser Nummer zurück und ließ sonst nichts davon.',
  'the same moment': 'derselbe Zeitpunkt',
  '{} min': '{} min.',
  'the same clock time, zone not stated': 'dieselbe Uhrzeit, Zone nicht angegeben',
  'one day': 'ein Tag',
  'one hour (zone error)': 'eine Stunde (falsche Zone)',
  'the same clock time in two zones': 'dieselbe Uhrzeit in zwei Zonen',
  'one day (UTC)': 'ein Tag (UTC)',
  'one day (midnight)': 'ein Tag (Mitternacht)',
  'the same month or year': 'derselbe Monat oder dasselbe Jahr',
  'any date': 'jedes Datum',
  'any onset': 'jeder Beginn',
  undated: 'ohne Datum',
  'both undated': 'beide ohne Datum',
  exact: 'genau',
  '{} days': '{} Tage',
  'as decided by {}': 'wie entschieden von {}',
  'a clinician': 'einer klinischen Fachkraft',
  'identifier {}': 'Kennung {}',
  'original {}': 'Original {}',
  'denies: {}': 'verneint: {}',
  all: 'alle',
  'content {}': 'Inhalt {}',
  'lot {}': 'Charge {}',
  'serial number {}': 'Seriennummer {}',
  'class not stated': 'Klasse nicht angegeben',
  'the same place': 'derselbe Ort',
  'the same people': 'dieselben Personen',
  'the same type or reason': 'dieselbe Art oder derselbe Grund',
  'no value': 'kein Wert',
  'The same question on the same day, with different answers.':
    'Dieselbe Frage am selben Tag, mit verschiedenen Antworten.',
  'They carry different serial numbers.': 'Sie tragen verschiedene Seriennummern.',
  'The same name on the same day, once without a code.': 'Derselbe Name am selben Tag, einmal ohne Code.',
  'Codes of two systems: one result only if a third record carries both.':
    'Codes zweier Systeme: nur dann ein Befund, wenn ein dritter Eintrag beide trägt.',
  'They carry the same identifier.': 'Sie tragen dieselbe Kennung.',
  'One is stated to be a copy of the other, or both are of one original.':
    'Einer ist als Kopie des anderen angegeben, oder beide als Kopien eines Originals.',
  // Forms of a drug, as the rules name them.
  patch: 'Pflaster',
  suppository: 'Zäpfchen',
  'eye preparation': 'Augenpräparat',
  'ear preparation': 'Ohrenpräparat',
  'nasal spray': 'Nasenspray',
  'nebuliser solution': 'Lösung für einen Vernebler',
  inhaler: 'Inhalator',
  injection: 'Injektion',
  cream: 'Creme',
  ointment: 'Salbe',
  gel: 'Gel',
  lotion: 'Lotion',
  shampoo: 'Shampoo',
  film: 'Schmelzfilm',
  'sublingual tablet': 'Sublingualtablette',
  'disintegrating tablet': 'Schmelztablette',
  'chewable tablet': 'Kautablette',
  tablet: 'Tablette',
  capsule: 'Kapsel',
  'oral liquid': 'Flüssigkeit zum Einnehmen',
  'extended-release': 'retardiert',
  'delayed-release': 'magensaftresistent',
  'extended-release tablet': 'Retardtablette',
  'extended-release capsule': 'Retardkapsel',
  'delayed-release tablet': 'magensaftresistente Tablette',
  'delayed-release capsule': 'magensaftresistente Kapsel',
  '12-hour extended-release': 'retardiert über 12 Stunden',
  '12-hour extended-release tablet': 'Retardtablette über 12 Stunden',
};
