import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const sources: Catalogue['sources'] = {
  undelivered: (n) => `${some(n, 'constancia no entregada', 'constancias no entregadas')} de lo abierto`,
  label: 'Fuentes',
  offline:
    'Este equipo no tiene conexión. Lo que se ha leído sigue aquí; no se puede leer nada nuevo hasta que vuelva la red.',
  connect: 'Iniciar sesión',
  again: 'Intentar de nuevo',
  signOut: 'Cerrar sesión',
  load: 'Cargar',
  cancel: 'Detener',
  review: 'Revisar identidad',
  idle: 'sin iniciar sesión',
  signingIn: 'iniciando sesión…',
  connecting: 'conectando…',
  expired: (n) => `sesión caducada · se conservan ${n}`,
  signedOut: 'sesión cerrada',
  failed: 'no se pudo iniciar sesión',
  unlinked: 'aún sin vincular a este paciente',
  doubtful: (n) => `${n} · ha cambiado desde que se vinculó`,
  replaced: (n) => `${n} · el registro fue sustituido`,
  details: 'identidad y compleción',
  loadAgain: 'Leer de nuevo',
  readAt: (time) => `leída ${time}`,
  stale: (time) => `última lectura ${time}`,
  withdrawn: (complete, n) => `${complete} · ${some(n, 'retirado', 'retirados')}`,
  gone: (n) =>
    some(
      n,
      'registro leído antes que la fuente ya no entrega',
      'registros leídos antes que la fuente ya no entrega',
    ),
  ready: 'conectada, nada cargado todavía',
  loading: (received, about) =>
    about === null ? `cargando ${received}…` : `cargando ${received} de unos ${about}…`,
  complete: (n) => `${n} · completa`,
  leftAlone: (n, left) => `${n} · ${some(left, 'tipo no pedido', 'tipos no pedidos')}`,
  emergency: 'abierto por urgencia',
  partial: (n, missing) => `${n} · ${some(missing, 'parte sin leer', 'partes sin leer')}`,
  nothingCame: 'no se pudo leer nada',
  quarantined: (n) =>
    `${some(n, 'registro de otra persona retenido', 'registros de otra persona retenidos')}`,
  mixed: (facts, n) =>
    `${facts} · ${some(n, 'registro de otra persona retenido', 'registros de otra persona retenidos')}`,
  kind: {
    ehr: 'Historia clínica hospitalaria',
    clinic: 'Consulta',
    hie: 'Intercambio de información sanitaria',
    lab: 'Laboratorio',
    payer: 'Aseguradora',
    patient: 'Registro del propio paciente',
    other: 'Otra fuente',
  },
};
