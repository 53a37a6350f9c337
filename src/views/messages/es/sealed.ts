import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

/** The notice of 42 CFR § 2.32 stands in the words of the law, with what they mean beside them. */
export const notices: Catalogue['notices'] = {
  'part-2':
    '42 CFR part 2 prohibits unauthorized use or disclosure of these records. (Se prohíbe el uso o la divulgación no autorizados de estos registros.)',
  'no-redisclosure': 'Su fuente prohíbe transmitir esto sin el consentimiento del paciente.',
};

export const sealed: Catalogue['sealed'] = {
  label: 'Registro oculto',
  why: {
    consent: (day, at) =>
      day === null
        ? `Oculto por un consentimiento sin fecha en ${at}.`
        : `Oculto por el consentimiento del ${day} en ${at}.`,
    policy: 'Marcado como sensible por su fuente.',
    waiting: (at) => `${at} aún no ha comunicado qué consintió el paciente.`,
    unread: (at) => `No se pudo leer qué consintió el paciente en ${at}.`,
    without: (at) => `Ningún consentimiento en ${at} lo permite.`,
  },
  glass: (at) =>
    `En una urgencia, ${at} puede abrir sus registros en contra del consentimiento: indique por qué y vuelva a iniciar sesión allí.`,
  breakGlass: 'Abrir por urgencia…',
  glassReason: '¿Cuál es la urgencia?',
  glassRecorded: 'Queda constancia de que lo pidió y por qué.',
  glassConfirm: (at) => `Iniciar sesión en ${at} por urgencia`,
  glassOutcome: {
    'not-opened': 'Ha iniciado sesión, pero sus registros no se abrieron.',
    failed: 'No se pudo iniciar sesión. No se abrió nada.',
  },
  alike: (n) =>
    `También ${some(n, 'otro registro oculto', 'otros registros ocultos')} por los mismos motivos`,
  never: 'No se puede mostrar aquí. Si hace falta en una urgencia, ábralo en el sistema de la propia fuente.',
  show: 'Mostrar…',
  purpose: '¿Para qué se necesita?',
  purposes: {
    TREAT: 'Tratamiento',
    ETREAT: 'Tratamiento de urgencia',
    CAREMGT: 'Gestión asistencial',
    HPAYMT: 'Facturación',
    HOPERAT: 'Gestión del centro',
    PATRQT: 'El paciente lo pidió',
  },
  reason: '¿Por qué?',
  recorded: (minutes) =>
    `Se muestra durante ${some(minutes, 'minuto', 'minutos')}. Queda constancia de que lo abrió, para qué y por qué.`,
  confirm: (minutes) => `Mostrar durante ${some(minutes, 'minuto', 'minutos')}`,
  cancel: 'Dejarlo oculto',
  refused: {
    'no-reason': 'Sigue oculto: hace falta un motivo.',
    purpose: 'Sigue oculto: no para este fin.',
    nothing: 'Ya no hay nada que mostrar.',
  },
  left: (seconds) =>
    `Registro oculto, visible otros ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  hide: 'Ocultar de nuevo',
};
