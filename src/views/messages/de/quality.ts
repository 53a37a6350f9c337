import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const quality: Catalogue['quality'] = {
  title: 'Datenqualität nach Quelle',
  intro:
    'Was man von den Einträgen wissen sollte, bevor man ihnen traut. Eine Zahl öffnet, was sie zählt; solange eine Quelle unvollständig ist, ist sie eine Untergrenze. Verdecktes ist nicht mitgezählt.',
  source: 'Quelle',
  complete: 'Vollständig',
  facts: 'Einträge',
  undated: 'Ohne Datum',
  uncoded: 'Ohne Code',
  unmapped: 'Codes nicht verstanden',
  conflict: 'Im Widerspruch',
  held: 'Zurückgehalten',
  newest: 'Neuester Eintrag',
  delay: 'Aufgeschrieben',
  parts: (n, of) => `${count(n)} von ${some(of, 'Teil', 'Teilen')}`,
  open: (text, label, name) => `${label}, ${name}: ${text}. Anzeigen`,
  ago: (days) => (days === 0 ? 'heute' : `vor ${some(days, 'Tag', 'Tagen')}`),
  after: (days, n) =>
    `${days === 0 ? 'am selben Tag' : `${some(days, 'Tag', 'Tage')} später`} (Median von ${count(n)})`,
};
