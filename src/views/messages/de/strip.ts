import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const sources: Catalogue['sources'] = {
  undelivered: (n) => `${some(n, 'Zugriffsprotokoll', 'Zugriffsprotokolle')} nicht zugestellt`,
  label: 'Quellen',
  offline:
    'Dieser Rechner ist offline. Was gelesen wurde, bleibt hier; Neues lässt sich erst wieder lesen, wenn das Netz zurück ist.',
  connect: 'Anmelden',
  again: 'Erneut versuchen',
  signOut: 'Abmelden',
  load: 'Laden',
  cancel: 'Anhalten',
  review: 'Zuordnung prüfen',
  idle: 'nicht angemeldet',
  signingIn: 'Anmeldung läuft…',
  connecting: 'Verbindung wird hergestellt…',
  expired: (n) => `Sitzung abgelaufen · ${n} bleiben sichtbar`,
  signedOut: 'abgemeldet',
  failed: 'Anmeldung fehlgeschlagen',
  unlinked: 'noch nicht dieser Person zugeordnet',
  doubtful: (n) => `${n} · seit der Zuordnung geändert`,
  replaced: (n) => `${n} · die Registrierung wurde ersetzt`,
  details: 'Zuordnung und Vollständigkeit',
  loadAgain: 'Neu lesen',
  readAt: (time) => `gelesen ${time}`,
  stale: (time) => `zuletzt gelesen ${time}`,
  withdrawn: (complete, n) => `${complete} · ${count(n)} zurückgezogen`,
  gone: (n) =>
    some(
      n,
      'Datensatz wurde früher gelesen und wird von der Quelle nicht mehr geliefert',
      'Datensätze wurden früher gelesen und werden von der Quelle nicht mehr geliefert',
    ),
  ready: 'verbunden, noch nichts geladen',
  loading: (received, about) =>
    about === null ? `${received} geladen…` : `${received} von etwa ${about} geladen…`,
  complete: (n) => `${n} · vollständig`,
  leftAlone: (n, left) => `${n} · ${some(left, 'Typ nicht abgefragt', 'Typen nicht abgefragt')}`,
  emergency: 'für einen Notfall geöffnet',
  partial: (n, missing) => `${n} · ${some(missing, 'Teil fehlt', 'Teile fehlen')}`,
  nothingCame: 'nichts konnte gelesen werden',
  quarantined: (n) =>
    some(
      n,
      'Datensatz einer anderen Person zurückgehalten',
      'Datensätze einer anderen Person zurückgehalten',
    ),
  mixed: (facts, n) =>
    `${facts} · ${some(n, 'Datensatz einer anderen Person zurückgehalten', 'Datensätze einer anderen Person zurückgehalten')}`,
  kind: {
    ehr: 'Krankenhausakte',
    clinic: 'Praxis',
    hie: 'Gesundheitsdatenaustausch',
    lab: 'Labor',
    payer: 'Krankenversicherung',
    patient: 'Vom Patienten geführte Akte',
    other: 'Andere Quelle',
  },
};
