import type { Words } from '../said.ts';

/** What the comparison of two patients says, field by field, by its own words. */
const evidence: Words = {
  identifier: 'Kennung',
  'family name': 'Nachname',
  'given name': 'Vorname',
  'birth date': 'Geburtsdatum',
  sex: 'Geschlecht',
  address: 'Adresse',
  city: 'Ort',
  postcode: 'Postleitzahl',
  state: 'Bundesstaat',
  phone: 'Telefon',
  'e-mail': 'E-Mail',
  female: 'weiblich',
  male: 'männlich',
  other: 'divers',
  unknown: 'unbekannt',
  'two newborns of one birth': 'zwei Neugeborene einer Geburt',
  'two of a multiple birth': 'zwei einer Mehrlingsgeburt',
  'one of a multiple birth, and the given names are not the same':
    'aus einer Mehrlingsgeburt, und die Vornamen sind nicht gleich',
  'day and month swapped': 'Tag und Monat vertauscht',
  'one digit differs': 'eine Ziffer weicht ab',
  'two digits swapped': 'zwei Ziffern vertauscht',
  'one day apart': 'einen Tag auseinander',
  'a generation apart': 'eine Generation auseinander',
  '{} and {} differ': '{} und {} weichen ab',
  'a typo apart': 'ein Tippfehler Unterschied',
  'no number of one system in common': 'keine Nummer desselben Systems gemeinsam',
  '1 January is often a guess': 'der 1. Januar ist oft geschätzt',
  'as far as both say': 'soweit beide es angeben',
  'spelled alike, and two names': 'ähnlich geschrieben, aber zwei Namen',
  'one letter apart': 'ein Buchstabe Unterschied',
  'spelled alike': 'ähnlich geschrieben',
  'another spelling of it': 'eine andere Schreibweise',
  'spelled with or without an umlaut': 'mit oder ohne Umlaut geschrieben',
  'one is part of the other': 'eines ist Teil des anderen',
  'the parts in another order': 'die Teile in anderer Folge',
  'a short form of the other': 'eine Kurzform des anderen',
  'a form of the same name': 'eine Form desselben Namens',
  'the same consonants in another alphabet': 'dieselben Konsonanten in anderem Alphabet',
  'an initial only': 'nur ein Anfangsbuchstabe',
  'a middle name of the other': 'ein zweiter Vorname des anderen',
  'first and last name in each other’s place': 'Vor- und Nachname vertauscht',
  'first and last name in each other’s place, misspelled': 'Vor- und Nachname vertauscht und verschrieben',
  'the other’s last name': 'der Nachname des anderen',
  'the given names differ': 'die Vornamen weichen ab',
  'the given names are alike and not the same, as those of twins may be':
    'die Vornamen sind ähnlich und nicht gleich, wie bei Zwillingen möglich',
  'the family names differ': 'die Nachnamen weichen ab',
  'a name is missing or a placeholder': 'ein Name fehlt oder ist ein Platzhalter',
  'the birth dates differ': 'die Geburtsdaten weichen ab',
  'the birth dates are {}': 'die Geburtsdaten: {}',
  'a birth date is missing or a placeholder': 'ein Geburtsdatum fehlt oder ist ein Platzhalter',
  'Jr and Sr, or another suffix, differ': 'Jr. und Sr. oder ein anderer Zusatz weichen ab',
  'only one is Jr, Sr or numbered': 'nur einer trägt Jr., Sr. oder eine Zahl',
  'the middle names differ': 'die zweiten Vornamen weichen ab',
  'the sex differs': 'das Geschlecht weicht ab',
  'a number that a person has once differs: {}, {}':
    'eine Nummer, die jeder Mensch nur einmal hat, weicht ab: {}, {}',
  'only one of the sources says that the patient has died':
    'nur eine der Quellen sagt, dass die Person verstorben ist',
  'the dates of death differ': 'die Sterbedaten weichen ab',
  'born after the death of the other': 'nach dem Tod der anderen Person geboren',
};

/** What is remarked of a source while it is read, and how a value was converted. */
const reading: Words = {
  'the server dropped the search half-way; it was started again':
    'der Server brach die Suche mittendrin ab; sie wurde neu begonnen',
  'asked again without {}': 'noch einmal ohne {} gefragt',
  'an order': 'eine Reihenfolge',
  'a page size': 'eine Seitengröße',
  'brought along with the records they speak of': 'kam mit den Datensätzen, von denen es handelt',
  'asked by target': 'nach Ziel gefragt',
  '{} names that records refer to are not on the server':
    '{} Namen, auf die Datensätze verweisen, hat der Server nicht',
  'the sign-in granted no search of this type': 'die Anmeldung erlaubt für diese Art keine Suche',
  'the sign-in granted only {}': 'die Anmeldung erlaubt nur {}',
  'the server does not list this type and answered with nothing':
    'der Server führt diese Art nicht auf und antwortete mit nichts',
  'the server answers only for {}': 'der Server antwortet nur für {}',
  'those with a clinical status': 'solche mit klinischem Status',
  'orders and plans': 'Verordnungen und Pläne',
  orders: 'Verordnungen',
  'refused: {}': 'abgelehnt: {}',
  'the server answers only by category; what has none of these cannot be asked for':
    'der Server antwortet nur nach Kategorie; was keine davon hat, ist nicht abfragbar',
  'without a category the server gave only a part; each category was asked for':
    'ohne Kategorie gab der Server nur einen Teil; jede Kategorie wurde abgefragt',
  'asked by every intent': 'nach jeder Absicht einzeln gefragt',
  'asked by intent': 'nach Absicht gefragt',
  'asked by every {}': 'nach jedem {} einzeln gefragt',
  'asked by {}': 'über {} gefragt',
  provenance: 'Herkunftsangaben',
  medications: 'Medikamente',
};

export const remarks: Words = { ...evidence, ...reading };
