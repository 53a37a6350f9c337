import type { Catalogue } from '../catalogue.ts';

export const help: Catalogue['help'] = {
  title: 'Tastatur',
  keys: [
    ['/', 'Suchen'],
    ['j  k', 'Nächster und voriger Eintrag'],
    ['Pos1  Ende', 'Erster und letzter Eintrag'],
    ['←  →', 'In den Bahnen: vorige oder nächste Markierung'],
    ['↑  ↓', 'In den Bahnen: Bahn darüber oder darunter'],
    ['Eingabe', 'Markierung öffnen oder näher ansehen'],
    ['r', 'Den offenen Eintrag als gesichtet markieren, oder die Markierung zurücknehmen'],
    ['[  ]', 'Früherer und späterer Zeitraum'],
    ['+  −', 'Vergrößern und verkleinern'],
    ['0', 'Ganzes Leben'],
    ['1  2  3  4', 'Zeitachse, Übersicht, Verläufe, Quellen'],
    ['Esc', 'Detail schließen oder Suche leeren'],
    ['Strg+P', 'Auswählen, was gedruckt wird'],
    ['?', 'Diese Hilfe'],
  ],
};
