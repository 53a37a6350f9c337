import type { Catalogue } from '../catalogue.ts';

export const signInProblem: Catalogue['signInProblem'] = {
  server: 'El servidor',
  says: {
    unreachable: (name) => `${name} no ha respondido.`,
    'bad-discovery': (name) => `${name} no indica cómo iniciar sesión.`,
    'no-endpoints': (name) => `${name} no indica dónde iniciar sesión.`,
    'no-pkce': (name) => `${name} no puede proteger el inicio de sesión como exige esta aplicación.`,
    'issuer-differs': (name) => `${name} no es el servidor que debería ser; no se le ha enviado nada.`,
    'issuer-not-allowed': () => 'Este sistema no puede abrir Throughline.',
    'bad-launch': () => 'Throughline se abrió con una dirección incompleta.',
    'unknown-state': () => 'Este inicio de sesión no se comenzó aquí o ya ha terminado.',
    'too-late': (name) => `El inicio de sesión en ${name} ha tardado demasiado.`,
    'mixed-up': (name) => `La respuesta no procede de ${name}; no se ha utilizado.`,
    'bad-callback': (name) => `${name} ha devuelto una respuesta que no se puede leer.`,
    declined: (name) => `Se ha denegado el acceso a ${name}.`,
    'login-required': (name) => `${name} pide que inicie sesión.`,
    refused: (name) => `${name} ha rechazado el inicio de sesión.`,
    'bad-token-answer': (name) => `${name} no ha completado el inicio de sesión.`,
    'identity-not-verified': (name) => `${name} no ha podido demostrar quién ha iniciado sesión.`,
    'popup-closed': (name) => `Se ha cerrado la ventana de inicio de sesión de ${name}.`,
    'no-storage': () =>
      'Este navegador no permite que Throughline recuerde un inicio de sesión mientras usted está fuera.',
    'no-such-organisation': () =>
      'La organización de este inicio de sesión ya no figura en la configuración.',
    'another-patient': () => 'Allí se eligió a otro paciente. No se ha abierto nada.',
  },
  remedies: {
    again: 'Inicie sesión de nuevo.',
    later: 'Inténtelo de nuevo en un momento.',
    site: 'Avise a quien gestiona Throughline en su centro.',
    address: 'Avise a quien gestiona Throughline en su centro. Hay que añadir su dirección a config.json.',
    server:
      'Avise a quien gestiona Throughline en su centro; quienes gestionan el servidor tienen que modificarlo.',
    reopen: 'Ábralo de nuevo desde el sistema de historia clínica.',
    allow: 'Si no era su intención, inicie sesión de nuevo y permita el acceso.',
    here: 'Inicie sesión de nuevo, si hace falta sin ventana aparte.',
    windows: 'Permita que este sitio abra ventanas o abra Throughline en una pestaña propia.',
    choose: 'Inicie sesión de nuevo y elija al paciente que está en pantalla.',
  },
};
