import type { Words } from '../said.ts';

/** Why records are one, may be one, or stand apart: what the rules say, by their own words. `{}` is a part. */
export const reasons: Words = {
  'A diagnosis made at a visit, of the problem on the list.':
    'Un diagnóstico hecho en una visita, del problema de la lista.',
  'A dose that was not given is not the dose that was.':
    'Una dosis que no se administró no es la que se administró.',
  'A statement that there are no known problems is not a problem.':
    'La declaración de que no hay problemas conocidos no es un problema.',
  'A visit that lies within the longer stay.': 'Una visita que queda dentro de la estancia más larga.',
  'Alike by name and time; no code says that they are one.':
    'Se parecen en nombre y hora; ningún código dice que sean lo mismo.',
  'An allergy to the class that the other substance belongs to.':
    'Una alergia a la clase a la que pertenece la otra sustancia.',
  'An illness that passes, at two times: two bouts.':
    'Una enfermedad pasajera en dos momentos: dos episodios.',
  'An operation that is done once in a life, under two dates: one may be wrong.':
    'Una operación que se hace una sola vez en la vida, con dos fechas: una puede estar equivocada.',
  'An operation that is done once in a life; its dates agree as far as they go.':
    'Una operación que se hace una sola vez en la vida; las fechas concuerdan hasta donde llegan.',
  'Both state that no such allergy is known.': 'Ambas declaran que no se conoce tal alergia.',
  'Both state that there are no known problems.': 'Ambas declaran que no hay problemas conocidos.',
  'Diagnoses of two different visits are counted one by one.':
    'Los diagnósticos de dos visitas distintas se cuentan por separado.',
  'It states that it replaces the other.': 'Declara que sustituye al otro.',
  'One authority gave them two visit numbers.': 'Una misma entidad les dio dos números de visita.',
  'One had ended before the other began: two episodes.':
    'Uno había terminado antes de que empezara el otro: dos episodios.',
  'One laboratory gave them two different numbers.': 'Un mismo laboratorio les dio dos números distintos.',
  'One of them has an element that may change its meaning: it is shown apart.':
    'Uno de ellos lleva un elemento que puede cambiar su significado: se muestra aparte.',
  'One source says that this drug is taken, the other that it is not.':
    'Una fuente dice que este medicamento se toma; la otra, que no.',
  'One source says that this vaccine was given, the other that it was not, on the same date.':
    'Una fuente dice que esta vacuna se administró; la otra, que no, en la misma fecha.',
  'One source says that this was done, the other that it was not, on the same date.':
    'Una fuente dice que esto se hizo; la otra, que no, en la misma fecha.',
  'One source states that there are no known problems; this is a problem that counts now.':
    'Una fuente declara que no hay problemas conocidos; este es un problema actual.',
  'One source states that there is no known allergy of this sort; another records one.':
    'Una fuente declara que no se conoce ninguna alergia de este tipo; otra registra una.',
  'One system gave them one number, but at other times or with other values: perhaps two results of one order.':
    'Un sistema les dio un mismo número, pero con otra hora u otro valor: quizá dos resultados de una solicitud.',
  'One system lists one dose twice: vaccine, date and lot agree.':
    'Un sistema lista una dosis dos veces: vacuna, fecha y lote concuerdan.',
  'One system lists the allergy twice, with the same date and particulars.':
    'Un sistema lista la alergia dos veces, con la misma fecha y los mismos datos.',
  'One system lists the same problem twice.': 'Un sistema lista el mismo problema dos veces.',
  'One system lists the same procedure twice at one time.':
    'Un sistema lista el mismo procedimiento dos veces a la misma hora.',
  'One system lists the same vaccine twice on one day.':
    'Un sistema lista la misma vacuna dos veces en un día.',
  'One system lists the substance twice, with other particulars.':
    'Un sistema lista la sustancia dos veces, con otros datos.',
  'One system lists them as two doses.': 'Un sistema las lista como dos dosis.',
  'One system lists them as two entries.': 'Un sistema los lista como dos entradas.',
  'One system lists them as two procedures.': 'Un sistema los lista como dos procedimientos.',
  'One system lists them as two results, and nothing says that it copied one.':
    'Un sistema los lista como dos resultados, y nada indica que uno sea copia.',
  'One system lists them as two visits.': 'Un sistema las lista como dos visitas.',
  'One system lists them as two.': 'Un sistema los lista como dos.',
  'One system lists them twice with the same time and value; they may be two.':
    'Un sistema los lista dos veces con la misma hora y el mismo valor; pueden ser dos.',
  'One system lists them twice, equal to the minute and to the digit.':
    'Un sistema los lista dos veces, iguales al minuto y a la cifra.',
  'One system lists two of a sort at one time.': 'Un sistema lista dos del mismo tipo a la misma hora.',
  'One system lists two visits with the same times.': 'Un sistema lista dos visitas con las mismas horas.',
  'One system states twice that no such allergy is known.':
    'Un sistema declara dos veces que no se conoce tal alergia.',
  'One time and purpose, but the organisations are named differently.':
    'La misma hora y el mismo motivo, pero las organizaciones tienen nombres distintos.',
  'One time, and place or people agree.': 'La misma hora, y concuerdan el lugar o las personas.',
  'Only the date is common to them.': 'Solo tienen en común la fecha.',
  'People, places and products are joined by their identifiers only.':
    'Las personas, los lugares y los productos se unen solo por sus identificadores.',
  'The content is the same to the byte.': 'El contenido es idéntico byte por byte.',
  'The dates allow that it is one visit; the evidence does not suffice.':
    'Por las fechas puede ser una sola visita; los indicios no bastan.',
  'The names are alike, but no code or map says that they are one drug.':
    'Los nombres se parecen, pero ningún código ni mapa dice que sean un mismo medicamento.',
  'The names are alike, but no code or map says that they are one procedure.':
    'Los nombres se parecen, pero ningún código ni mapa dice que sean un mismo procedimiento.',
  'The names are alike, but no code or map says that they are one vaccine.':
    'Los nombres se parecen, pero ningún código ni mapa dice que sean una misma vacuna.',
  'The panel states this result as one of its components.':
    'El panel da este resultado como uno de sus componentes.',
  'The same content, as a report here and a document there.':
    'El mismo contenido, como informe aquí y como documento allá.',
  'The same day, and place, people or purpose agree.':
    'El mismo día, y concuerdan el lugar, las personas o el motivo.',
  'The same diagnosis at the same time.': 'El mismo diagnóstico a la misma hora.',
  'The same diagnosis on the same day.': 'El mismo diagnóstico el mismo día.',
  'The same diagnosis; not both are dated.': 'El mismo diagnóstico; no ambos tienen fecha.',
  'The same diagnosis; the dates leave open whether it is one visit.':
    'El mismo diagnóstico; por las fechas no se sabe si es una sola visita.',
  'The same drug at two times: one course only if the record shows it went on between.':
    'El mismo medicamento en dos momentos: un solo tratamiento únicamente si consta que siguió entre ambos.',
  'The same drug on the same date; one source has taken it back.':
    'El mismo medicamento en la misma fecha; una fuente lo ha retirado.',
  'The same drug; one of the records has been taken back.':
    'El mismo medicamento; uno de los registros se ha retirado.',
  'The same drug; the dates do not say whether it is one course.':
    'El mismo medicamento; las fechas no dicen si es un solo tratamiento.',
  'The same illness again within three months.': 'La misma enfermedad otra vez en menos de tres meses.',
  'The same ingredient, strength and form, without a break: one course.':
    'El mismo principio activo, dosis y forma, sin interrupción: un solo tratamiento.',
  'The same lasting problem, current in both.': 'El mismo problema duradero, actual en ambas.',
  'The same lasting problem; one source says that it has ended.':
    'El mismo problema duradero; una fuente dice que ha terminado.',
  'The same passing illness within two weeks.': 'La misma enfermedad pasajera en menos de dos semanas.',
  'The same passing illness; its dates are too coarse to be certain.':
    'La misma enfermedad pasajera; las fechas son demasiado imprecisas para estar seguros.',
  'The same passing illness; one of them is undated.':
    'La misma enfermedad pasajera; una de ellas no tiene fecha.',
  'The same problem with the same onset.': 'El mismo problema con el mismo comienzo.',
  'The same problem; one source says that it has ended, the onsets differ.':
    'El mismo problema; una fuente dice que ha terminado, y los comienzos difieren.',
  'The same procedure at about the same time, by other people or in another place.':
    'El mismo procedimiento a una hora parecida, por otras personas o en otro lugar.',
  'The same procedure at the same time.': 'El mismo procedimiento a la misma hora.',
  'The same procedure by the same people or in the same place; one date is coarse.':
    'El mismo procedimiento por las mismas personas o en el mismo lugar; una fecha es imprecisa.',
  'The same procedure on the same day.': 'El mismo procedimiento el mismo día.',
  'The same procedure; the dates leave open whether it is one.':
    'El mismo procedimiento; por las fechas no se sabe si es uno solo.',
  'The same sort at about the same time; author and content do not settle it.':
    'El mismo tipo a una hora parecida; ni el autor ni el contenido lo deciden.',
  'The same sort at the same time, and nothing about author or content disagrees.':
    'El mismo tipo a la misma hora, y nada del autor ni del contenido discrepa.',
  'The same sort on one day by the same author.': 'El mismo tipo el mismo día y del mismo autor.',
  'The same sort on one day with the same conclusion.':
    'El mismo tipo el mismo día y con la misma conclusión.',
  'The same substance in both.': 'La misma sustancia en ambas.',
  'The same test and value at the same clock time in two time zones: perhaps a wrong zone.':
    'La misma prueba y el mismo valor a la misma hora de reloj en dos husos: quizá un huso equivocado.',
  'The same test and value exactly one hour apart: perhaps one result and a wrong time zone.':
    'La misma prueba y el mismo valor con una hora exacta de diferencia: quizá un resultado y un huso equivocado.',
  'The same test and value on one day, once at exactly midnight: perhaps a day written without its hour.':
    'La misma prueba y el mismo valor en un día, una vez justo a medianoche: quizá un día escrito sin su hora.',
  'The same test and value some minutes apart: one result only if a third record lies between them.':
    'La misma prueba y el mismo valor con unos minutos de diferencia: un solo resultado únicamente si hay un tercer registro entre ambos.',
  'The same test and value, but not both are dated.':
    'La misma prueba y el mismo valor, pero no ambos tienen fecha.',
  'The same test and value, but the dates are too coarse to be certain.':
    'La misma prueba y el mismo valor, pero las fechas son demasiado imprecisas para estar seguros.',
  'The same test at the same time, with different values: nothing says that they are one result.':
    'La misma prueba a la misma hora, con valores distintos: nada dice que sean un solo resultado.',
  'The same test at the same time; one of them states no value.':
    'La misma prueba a la misma hora; una de ellas no da ningún valor.',
  'The same test, time and answer, but the specimens have different names.':
    'La misma prueba, hora y respuesta, pero las muestras tienen nombres distintos.',
  'The same test, time and value in both.': 'La misma prueba, hora y valor en ambas.',
  'The same thing at the same time.': 'Lo mismo a la misma hora.',
  'The same thing on the same day.': 'Lo mismo el mismo día.',
  'The same vaccine and lot number, dated within a day.':
    'La misma vacuna y el mismo número de lote, con un día de diferencia como mucho.',
  'The same vaccine on one day, with different lot or dose numbers.':
    'La misma vacuna en un día, con números de lote o de dosis distintos.',
  'The same vaccine on the same day.': 'La misma vacuna el mismo día.',
  'The same vaccine; one of the dates is no finer than its month.':
    'La misma vacuna; una de las fechas solo llega al mes.',
  'The same vaccine; the dates leave open whether it is one dose.':
    'La misma vacuna; por las fechas no se sabe si es una sola dosis.',
  'The statement that no allergy is known does not speak of this one.':
    'La declaración de que no se conoce alergia no se refiere a esta.',
  'The substances are alike by name, but no code or map says that they are one.':
    'Las sustancias se parecen de nombre, pero ningún código ni mapa dice que sean la misma.',
  'The visits were at different times.': 'Las visitas fueron en momentos distintos.',
  'Their names are alike, but no code or map says that they are one test.':
    'Los nombres se parecen, pero ningún código ni mapa dice que sean una misma prueba.',
  'Their names are alike, but no code or map says that they are one.':
    'Los nombres se parecen, pero ningún código ni mapa dice que sean lo mismo.',
  'Their values differ, and their times are not exactly one.':
    'Los valores difieren, y las horas no son exactamente la misma.',
  'They are alike; no identifier says that they are one.':
    'Se parecen; ningún identificador dice que sean lo mismo.',
  'They are different drugs.': 'Son medicamentos distintos.',
  'They are different forms of one drug.': 'Son formas distintas de un mismo medicamento.',
  'They are different procedures.': 'Son procedimientos distintos.',
  'They are different sorts of report or document.': 'Son tipos distintos de informe o documento.',
  'They are different strengths of one drug.': 'Son dosis distintas de un mismo medicamento.',
  'They are different vaccines.': 'Son vacunas distintas.',
  'They are of different kinds.': 'Son de tipos distintos.',
  'They are on different sides or in different places of the body.':
    'Están en lados o lugares distintos del cuerpo.',
  'They are visits of different classes, with nothing in common but the time.':
    'Son visitas de clases distintas que solo tienen en común la hora.',
  'They are visits of different classes.': 'Son visitas de clases distintas.',
  'They begin and end together.': 'Empiezan y terminan a la vez.',
  'They begin together; nothing else says that they are one visit.':
    'Empiezan a la vez; nada más dice que sean una sola visita.',
  'They carry the same identifier, but time or value speak against one result.':
    'Llevan el mismo identificador, pero la hora o el valor hablan en contra de un solo resultado.',
  'They carry the same identifier, so they are one result, whatever else differs.':
    'Llevan el mismo identificador, así que son un solo resultado, difiera lo que difiera.',
  'They come from different specimens or body sites.': 'Proceden de muestras o lugares del cuerpo distintos.',
  'They deny different sorts of allergy.': 'Niegan tipos distintos de alergia.',
  'They have different authors.': 'Tienen autores distintos.',
  'They have different dates.': 'Tienen fechas distintas.',
  'They measure different things.': 'Miden cosas distintas.',
  'They name different organisations, and nothing else says that they are one visit.':
    'Nombran organizaciones distintas, y nada más dice que sean una sola visita.',
  'They name different problems.': 'Nombran problemas distintos.',
  'They name different substances.': 'Nombran sustancias distintas.',
  'They name different things.': 'Nombran cosas distintas.',
  'They were done at different times.': 'Se hicieron en momentos distintos.',
  'They were done in different places of the body.': 'Se hicieron en lugares distintos del cuerpo.',
  'They were given at different times.': 'Se administraron en momentos distintos.',
  'They were made at different times.': 'Se hicieron en momentos distintos.',
  'They were measured at different times.': 'Se midieron en momentos distintos.',
  'Visits at one time whose classes may be two phases of one.':
    'Visitas a la misma hora cuyas clases pueden ser dos fases de una sola.',
  'Visits some minutes apart, with the same place or people.':
    'Visitas con unos minutos de diferencia, con el mismo lugar o las mismas personas.',
  'What was not done is not what was.': 'Lo que no se hizo no es lo que se hizo.',
  'Kept apart all the same: a person decided so, or another record fits as well or disagrees.':
    'Aun así, separados: alguien lo decidió, u otro registro encaja igual de bien o discrepa.',
  'It happened during this visit.': 'Ocurrió durante esta visita.',
  'Its source states that it is part of the other.': 'Su fuente declara que forma parte del otro.',
  'The panel lists this result.': 'El panel incluye este resultado.',
  'The report lists this result.': 'El informe incluye este resultado.',
  'The visit names this diagnosis.': 'La visita nombra este diagnóstico.',
  'Its source states that it replaces the other.': 'Su fuente declara que sustituye al otro.',
  'The same ingredient in two strengths or forms, and both are said to be current.':
    'El mismo principio activo en dos dosis o formas, y ambos constan como actuales.',
  'The same ingredient: one source says that it is current in one strength or form, another that it has ended in another.':
    'El mismo principio activo: una fuente dice que es actual en una dosis o forma; otra, que ha terminado en otra.',
  'Two current drugs of one class: {}.': 'Dos medicamentos actuales de una misma clase: {}.',
  'They are versions of one record of one source.': 'Son versiones de un mismo registro de una fuente.',
  'Two facts.': 'Dos datos.',
  'One fact.': 'Un solo dato.',
  'Possibly one fact.': 'Posiblemente un solo dato.',
  'Compared: {} (allowed: {}).': 'Comparado: {} (permitido: {}).',
  'They carry the same identifier, or one is stated to be a copy of the other.':
    'Llevan el mismo identificador, o consta que uno es copia del otro.',
  'One source took back the record with this number and left nothing else of it.':
    'Una fuente retiró el registro con este número y no dejó nada más de él.',
  'the same moment': 'el mismo instante',
  '{} min': '{} min.',
  'the same clock time, zone not stated': 'la misma hora de reloj, huso no indicado',
  'one day': 'un día',
  'one hour (zone error)': 'una hora (error de huso)',
  'the same clock time in two zones': 'la misma hora de reloj en dos husos',
  'one day (UTC)': 'un día (UTC)',
  'one day (midnight)': 'un día (medianoche)',
  'the same month or year': 'el mismo mes o año',
  'any date': 'cualquier fecha',
  'any onset': 'cualquier comienzo',
  undated: 'sin fecha',
  'both undated': 'ambos sin fecha',
  exact: 'exacto',
  '{} days': '{} días',
  'as decided by {}': 'según decidió {}',
  'a clinician': 'un profesional clínico',
  'identifier {}': 'identificador {}',
  'original {}': 'original {}',
  'denies: {}': 'niega: {}',
  all: 'todas',
  'content {}': 'contenido {}',
  'lot {}': 'lote {}',
  'serial number {}': 'número de serie {}',
  'class not stated': 'clase no indicada',
  'the same place': 'el mismo lugar',
  'the same people': 'las mismas personas',
  'the same type or reason': 'el mismo tipo o motivo',
  'no value': 'sin valor',
  'The same question on the same day, with different answers.':
    'La misma pregunta el mismo día, con respuestas distintas.',
  'They carry different serial numbers.': 'Llevan números de serie distintos.',
  'The same name on the same day, once without a code.': 'El mismo nombre el mismo día, una vez sin código.',
  'Codes of two systems: one result only if a third record carries both.':
    'Códigos de dos sistemas: un solo resultado únicamente si un tercer registro lleva ambos.',
  'They carry the same identifier.': 'Llevan el mismo identificador.',
  'One is stated to be a copy of the other, or both are of one original.':
    'De uno se dice que es copia del otro, o ambos de un mismo original.',
  // Forms of a drug, as the rules name them.
  patch: 'parche',
  suppository: 'supositorio',
  'eye preparation': 'preparado oftálmico',
  'ear preparation': 'preparado ótico',
  'nasal spray': 'aerosol nasal',
  'nebuliser solution': 'solución para nebulizador',
  inhaler: 'inhalador',
  injection: 'inyección',
  cream: 'crema',
  ointment: 'pomada',
  gel: 'gel',
  lotion: 'loción',
  shampoo: 'champú',
  film: 'película',
  'sublingual tablet': 'comprimido sublingual',
  'disintegrating tablet': 'comprimido bucodispersable',
  'chewable tablet': 'comprimido masticable',
  tablet: 'comprimido',
  capsule: 'cápsula',
  'oral liquid': 'líquido oral',
  'extended-release': 'liberación prolongada',
  'delayed-release': 'liberación retardada',
  'extended-release tablet': 'comprimido de liberación prolongada',
  'extended-release capsule': 'cápsula de liberación prolongada',
  'delayed-release tablet': 'comprimido gastrorresistente',
  'delayed-release capsule': 'cápsula gastrorresistente',
  '12-hour extended-release': 'liberación prolongada de 12 horas',
  '12-hour extended-release tablet': 'comprimido de liberación prolongada de 12 horas',
};
