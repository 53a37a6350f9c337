import type { RowQuery } from '../../timeline/index.ts';
import { DisplayDialog } from '../display/index.ts';
import { ExportDialog } from '../export/index.ts';
import { PrintDialog } from '../print/index.ts';
import { ClosePatient } from './close-patient.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';

export type DialogName = 'help' | 'print' | 'export' | 'display' | 'close-patient';

interface DialogsProps {
  readonly name: DialogName;
  /** What the timeline shows now. */
  readonly query: RowQuery;
  readonly onClose: () => void;
  readonly onDialog: (name: DialogName) => void;
}

/** What stands over the screen for a while. It comes when it is first asked for. */
export function Dialogs({ name, query, onClose, onDialog }: DialogsProps) {
  switch (name) {
    case 'help':
      return <KeyboardHelp onClose={onClose} />;
    case 'print':
      return <PrintDialog query={query} onClose={onClose} onExport={() => onDialog('export')} />;
    case 'export':
      return <ExportDialog query={query} onClose={onClose} />;
    case 'display':
      return <DisplayDialog onClose={onClose} onHelp={() => onDialog('help')} />;
    case 'close-patient':
      return <ClosePatient onClose={onClose} />;
  }
}
