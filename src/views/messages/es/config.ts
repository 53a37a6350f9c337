import type { Words } from '../said.ts';

/** What can be wrong with a site's config.json, by what is said of it in English. `{}` is a part. */
export const config: Words = {
  'must not be empty, nor begin or end with a space':
    'no puede estar vacío ni empezar o terminar con un espacio',
  'must have at most {} characters': 'puede tener como máximo {} caracteres',
  'has an invisible character': 'tiene un carácter invisible',
  'must be a full web address that starts with https:// (http:// only for localhost)':
    'tiene que ser una dirección web completa que empiece por https:// (http:// solo para localhost)',
  'must not contain ? or #': 'no puede contener ? ni #',
  'must not end with a slash': 'no puede terminar con una barra',
  'must be written plainly: host in lower case, no default port, no escapes':
    'tiene que escribirse sin más: servidor en minúsculas, sin puerto por defecto, sin secuencias de escape',
  'must be scheme and host only, as in https://ehr.example.org':
    'tiene que ser solo esquema y servidor, como en https://ehr.example.org',
  'must be scopes with one space between them':
    'tienen que ser permisos (scopes) separados por un solo espacio',
  'must be a path of this site, as in "{}"': 'tiene que ser una ruta de este sitio, como en "{}"',
  'is no type that this app reads, as in "Observation"':
    'no es un tipo que esta aplicación lea, como "Observation"',
  'must be parameters that the sign-in does not set itself, as in "purpose_of_use=BTG"':
    'tienen que ser parámetros que el inicio de sesión no ponga por sí mismo, como en "purpose_of_use=BTG"',
  'must be 1 to 40 small letters, digits and dashes, as in "general-hospital"':
    'tienen que ser de 1 a 40 letras minúsculas, cifras y guiones, como en "general-hospital"',
  'must be one or two capital letters, as in "G"': 'tienen que ser una o dos letras mayúsculas, como en "G"',
  'must be a whole number from 0 to {}': 'tiene que ser un número entero de 0 a {}',
  'decides what may be shown: it is read at once': 'decide lo que se puede mostrar: se lee enseguida',
  'must be one scope': 'tiene que ser un solo permiso (scope)',
  'must be a code of letters and digits, as in "PSY"':
    'tiene que ser un código de letras y cifras, como en "PSY"',
  'must be a whole number of minutes from {} to {}': 'tiene que ser un número entero de minutos de {} a {}',
  'must be at most {}': 'pueden ser como máximo {}',
  'another organisation has this letter in this colour; a fact could not be told apart':
    'otra organización tiene esta letra en este color; no se podrían distinguir los datos',
  '"{}" is taken by another organisation': '"{}" ya lo usa otra organización',
  '"{}" has this address already': '"{}" ya tiene esta dirección',
  'is missing: the organisation gives it when the app is registered (or set "open": true)':
    'falta: la organización lo da al registrar la aplicación (o ponga "open": true)',
  'is not among the types that are read here': 'no está entre los tipos que se leen aquí',
  'cannot be true where "open" is: an open server signs nobody in':
    'no puede ser true donde "open" lo es: en un servidor abierto nadie inicia sesión',
  'cannot be true where "open" is: nothing is written without a sign-in':
    'no puede ser true donde "open" lo es: sin inicio de sesión no se escribe nada',
  'is not used unless "keepsDecisions" is true': 'no se usa si "keepsDecisions" no es true',
  'is on the server of "{}": the token is not for it': 'está en el servidor de "{}": el token no es para él',
  'is not a setting of this app; is it mistyped?': 'no es un ajuste de esta aplicación; ¿está mal escrito?',
  'is missing': 'falta',
  'is missing (one of {})': 'falta (uno de {})',
  'must be one of {}': 'tiene que ser uno de {}',
  'must be {}, not {}': 'tiene que ser {}, no {}',
  'a text in double quotes': 'un texto entre comillas dobles',
  'a number': 'un número',
  'a whole number': 'un número entero',
  'true or false': 'true o false',
  'a list in [ ]': 'una lista entre [ ]',
  'an object in { }': 'un objeto entre { }',
  'a list': 'una lista',
  'a text': 'un texto',
  'an object': 'un objeto',
  'the number {}': 'el número {}',
  'there is more text after the end: {}': 'hay más texto después del final: {}',
  'objects and lists are nested too deeply':
    'los objetos y las listas están anidados a demasiada profundidad',
  'a value was expected, and here is {}': 'se esperaba un valor y aquí está {}',
  "the '{' of line {} is never closed with '}'": "la '{' de la línea {} no se cierra con '}'",
  'a name in double quotes was expected, and here is {}':
    'se esperaba un nombre entre comillas dobles y aquí está {}',
  '"{}" stands twice in the same object': '"{}" está dos veces en el mismo objeto',
  'a colon is missing after "{}"': 'faltan dos puntos después de "{}"',
  "there is a comma before '{}' with nothing after it": "hay una coma antes de '{}' sin nada después",
  "the '{}' of line {} is never closed": "el '{}' de la línea {} no se cierra",
  'a comma is missing at the end of this line': 'falta una coma al final de esta línea',
  'a text in double quotes is not closed on its line':
    'un texto entre comillas dobles no se cierra en su línea',
  'a backslash in this text is followed by something that JSON does not know':
    'tras una barra invertida de este texto hay algo que JSON no conoce',
  'comments are not allowed in JSON; use a "note" instead': 'JSON no admite comentarios; use "note"',
  'the end of the file': 'el final del archivo',
  'the web server answered with status {}': 'el servidor web respondió con el estado {}',
  'it could not be read': 'no se pudo leer',
  'config.json line {}': 'config.json, línea {}',
};
