import type { Words } from '../said.ts';

/** What the comparison of two patients says, field by field, by its own words. */
const evidence: Words = {
  identifier: 'identificador',
  'family name': 'apellido',
  'given name': 'nombre',
  'birth date': 'fecha de nacimiento',
  sex: 'sexo',
  address: 'dirección',
  city: 'ciudad',
  postcode: 'código postal',
  state: 'estado',
  phone: 'teléfono',
  'e-mail': 'correo electrónico',
  female: 'mujer',
  male: 'hombre',
  other: 'otro',
  unknown: 'desconocido',
  'two newborns of one birth': 'dos recién nacidos de un mismo parto',
  'two of a multiple birth': 'dos de un parto múltiple',
  'one of a multiple birth, and the given names are not the same':
    'de un parto múltiple, y los nombres no son iguales',
  'day and month swapped': 'día y mes intercambiados',
  'one digit differs': 'una cifra difiere',
  'two digits swapped': 'dos cifras intercambiadas',
  'one day apart': 'con un día de diferencia',
  'a generation apart': 'con una generación de diferencia',
  '{} and {} differ': '{} y {} difieren',
  'a typo apart': 'difieren en una errata',
  'no number of one system in common': 'ningún número de un mismo sistema en común',
  '1 January is often a guess': 'el 1 de enero suele ser una estimación',
  'as far as both say': 'hasta donde ambas lo indican',
  'spelled alike, and two names': 'se escriben parecido, pero son dos nombres',
  'one letter apart': 'difieren en una letra',
  'spelled alike': 'se escriben parecido',
  'another spelling of it': 'otra grafía',
  'spelled with or without an umlaut': 'escrito con o sin diéresis',
  'one is part of the other': 'uno forma parte del otro',
  'the parts in another order': 'las partes en otro orden',
  'a short form of the other': 'una forma corta del otro',
  'a form of the same name': 'una forma del mismo nombre',
  'the same consonants in another alphabet': 'las mismas consonantes en otro alfabeto',
  'an initial only': 'solo una inicial',
  'a middle name of the other': 'un segundo nombre del otro',
  'first and last name in each other’s place': 'nombre y apellido intercambiados',
  'first and last name in each other’s place, misspelled': 'nombre y apellido intercambiados y mal escritos',
  'the other’s last name': 'el apellido del otro',
  'the given names differ': 'los nombres difieren',
  'the given names are alike and not the same, as those of twins may be':
    'los nombres se parecen y no son iguales, como pueden serlo los de gemelos',
  'the family names differ': 'los apellidos difieren',
  'a name is missing or a placeholder': 'falta un nombre o es un comodín',
  'the birth dates differ': 'las fechas de nacimiento difieren',
  'the birth dates are {}': 'las fechas de nacimiento: {}',
  'a birth date is missing or a placeholder': 'falta una fecha de nacimiento o es un comodín',
  'Jr and Sr, or another suffix, differ': 'Jr. y Sr., u otro sufijo, difieren',
  'only one is Jr, Sr or numbered': 'solo uno lleva Jr., Sr. o un número',
  'the middle names differ': 'los segundos nombres difieren',
  'the sex differs': 'el sexo difiere',
  'a number that a person has once differs: {}, {}':
    'difiere un número que cada persona tiene solo una vez: {}, {}',
  'only one of the sources says that the patient has died':
    'solo una de las fuentes dice que la persona ha fallecido',
  'the dates of death differ': 'las fechas de fallecimiento difieren',
  'born after the death of the other': 'nacida después del fallecimiento de la otra',
};

/** What is remarked of a source while it is read, and how a value was converted. */
const reading: Words = {
  'the server dropped the search half-way; it was started again':
    'el servidor abandonó la búsqueda a medias; se empezó de nuevo',
  'asked again without {}': 'se preguntó de nuevo sin {}',
  'an order': 'un orden',
  'a page size': 'un tamaño de página',
  'brought along with the records they speak of': 'vino con los registros de los que habla',
  'asked by target': 'se preguntó por destino',
  '{} names that records refer to are not on the server':
    '{} nombres a los que remiten los registros no están en el servidor',
  'the sign-in granted no search of this type': 'el inicio de sesión no concedió la búsqueda de este tipo',
  'the sign-in granted only {}': 'el inicio de sesión concedió solo {}',
  'the server does not list this type and answered with nothing':
    'el servidor no anuncia este tipo y respondió sin nada',
  'the server answers only for {}': 'el servidor responde solo para {}',
  'those with a clinical status': 'los que tienen estado clínico',
  'orders and plans': 'órdenes y planes',
  orders: 'órdenes',
  'refused: {}': 'rechazado: {}',
  'the server answers only by category; what has none of these cannot be asked for':
    'el servidor responde solo por categoría; lo que no tiene ninguna de estas no se puede pedir',
  'without a category the server gave only a part; each category was asked for':
    'sin categoría el servidor dio solo una parte; se pidió cada categoría',
  'asked by every intent': 'se preguntó por cada intención',
  'asked by intent': 'se preguntó por intención',
  'asked by every {}': 'se preguntó por cada {}',
  'asked by {}': 'se preguntó por {}',
  provenance: 'procedencia',
  medications: 'medicamentos',
};

export const remarks: Words = { ...evidence, ...reading };
