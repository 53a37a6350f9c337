import type { Words } from '../said.ts';

/** What can be wrong with a site's config.json, by what is said of it in English. `{}` is a part. */
export const config: Words = {
  'must not be empty, nor begin or end with a space':
    'darf nicht leer sein und nicht mit einem Leerzeichen beginnen oder enden',
  'must have at most {} characters': 'darf höchstens {} Zeichen haben',
  'has an invisible character': 'enthält ein unsichtbares Zeichen',
  'must be a full web address that starts with https:// (http:// only for localhost)':
    'muss eine vollständige Webadresse sein, die mit https:// beginnt (http:// nur für localhost)',
  'must not contain ? or #': 'darf weder ? noch # enthalten',
  'must not end with a slash': 'darf nicht mit einem Schrägstrich enden',
  'must be written plainly: host in lower case, no default port, no escapes':
    'muss schlicht geschrieben sein: Host in Kleinbuchstaben, kein Standardport, keine Escape-Folgen',
  'must be scheme and host only, as in https://ehr.example.org':
    'darf nur Schema und Host sein, wie in https://ehr.example.org',
  'must be scopes with one space between them': 'müssen Scopes mit je einem Leerzeichen dazwischen sein',
  'must be a path of this site, as in "{}"': 'muss ein Pfad dieser Website sein, wie in "{}"',
  'is no type that this app reads, as in "Observation"':
    'ist kein Typ, den diese App liest, wie "Observation"',
  'must be parameters that the sign-in does not set itself, as in "purpose_of_use=BTG"':
    'müssen Parameter sein, die die Anmeldung nicht selbst setzt, wie in "purpose_of_use=BTG"',
  'must be 1 to 40 small letters, digits and dashes, as in "general-hospital"':
    'müssen 1 bis 40 Kleinbuchstaben, Ziffern und Bindestriche sein, wie in "general-hospital"',
  'must be one or two capital letters, as in "G"': 'müssen ein oder zwei Großbuchstaben sein, wie in "G"',
  'must be a whole number from 0 to {}': 'muss eine ganze Zahl von 0 bis {} sein',
  'decides what may be shown: it is read at once':
    'entscheidet, was gezeigt werden darf: Es wird sofort gelesen',
  'must be one scope': 'muss ein einzelner Scope sein',
  'must be a code of letters and digits, as in "PSY"':
    'muss ein Code aus Buchstaben und Ziffern sein, wie in "PSY"',
  'must be a whole number of minutes from {} to {}': 'muss eine ganze Zahl von Minuten von {} bis {} sein',
  'must be at most {}': 'dürfen höchstens {} sein',
  'another organisation has this letter in this colour; a fact could not be told apart':
    'eine andere Organisation hat diesen Buchstaben in dieser Farbe; Einträge ließen sich nicht unterscheiden',
  '"{}" is taken by another organisation': '"{}" ist von einer anderen Organisation belegt',
  '"{}" has this address already': '"{}" hat diese Adresse bereits',
  'is missing: the organisation gives it when the app is registered (or set "open": true)':
    'fehlt: Die Organisation vergibt sie, wenn die App registriert wird (oder "open": true setzen)',
  'is not among the types that are read here': 'ist nicht unter den Typen, die hier gelesen werden',
  'cannot be true where "open" is: an open server signs nobody in':
    'kann nicht true sein, wo "open" es ist: Ein offener Server meldet niemanden an',
  'cannot be true where "open" is: nothing is written without a sign-in':
    'kann nicht true sein, wo "open" es ist: Ohne Anmeldung wird nichts geschrieben',
  'is not used unless "keepsDecisions" is true': 'wird nur benutzt, wenn "keepsDecisions" true ist',
  'is on the server of "{}": the token is not for it':
    'liegt auf dem Server von "{}": Das Token ist nicht für ihn',
  'is not a setting of this app; is it mistyped?': 'ist keine Einstellung dieser App; ein Schreibfehler?',
  'is missing': 'fehlt',
  'is missing (one of {})': 'fehlt (eines von {})',
  'must be one of {}': 'muss eines von {} sein',
  'must be {}, not {}': 'muss {} sein, nicht {}',
  'a text in double quotes': 'ein Text in doppelten Anführungszeichen',
  'a number': 'eine Zahl',
  'a whole number': 'eine ganze Zahl',
  'true or false': 'true oder false',
  'a list in [ ]': 'eine Liste in [ ]',
  'an object in { }': 'ein Objekt in { }',
  'a list': 'eine Liste',
  'a text': 'ein Text',
  'an object': 'ein Objekt',
  'the number {}': 'die Zahl {}',
  'there is more text after the end: {}': 'nach dem Ende steht noch Text: {}',
  'objects and lists are nested too deeply': 'Objekte und Listen sind zu tief verschachtelt',
  'a value was expected, and here is {}': 'hier müsste ein Wert stehen, und hier steht {}',
  "the '{' of line {} is never closed with '}'": "die '{' von Zeile {} wird nie mit '}' geschlossen",
  'a name in double quotes was expected, and here is {}':
    'hier müsste ein Name in doppelten Anführungszeichen stehen, und hier steht {}',
  '"{}" stands twice in the same object': '"{}" steht zweimal im selben Objekt',
  'a colon is missing after "{}"': 'nach "{}" fehlt ein Doppelpunkt',
  "there is a comma before '{}' with nothing after it": "vor '{}' steht ein Komma, nach dem nichts kommt",
  "the '{}' of line {} is never closed": "das '{}' von Zeile {} wird nie geschlossen",
  'a comma is missing at the end of this line': 'am Ende dieser Zeile fehlt ein Komma',
  'a text in double quotes is not closed on its line':
    'ein Text in doppelten Anführungszeichen wird nicht in seiner Zeile geschlossen',
  'a backslash in this text is followed by something that JSON does not know':
    'auf einen Backslash in diesem Text folgt etwas, das JSON nicht kennt',
  'comments are not allowed in JSON; use a "note" instead':
    'Kommentare sind in JSON nicht erlaubt; "note" verwenden',
  'the end of the file': 'das Ende der Datei',
  'the web server answered with status {}': 'der Webserver antwortete mit Status {}',
  'it could not be read': 'sie konnte nicht gelesen werden',
  'config.json line {}': 'config.json, Zeile {}',
};
