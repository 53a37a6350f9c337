import { useCallback } from 'react';
import type { AttachmentInfo } from '../../record/index.ts';
import { useAttachment, type AttachmentId, type Opened, type OpenedFile } from '../../session/index.ts';
import { Button, Dialog, Icon } from '../../ui/index.ts';
import { sizeText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './attachments.module.css';
import { PaperText } from './paper.tsx';
import { savedName } from './saved-name.ts';

interface AttachmentDialogProps {
  readonly asked: AttachmentId;
  readonly info: AttachmentInfo;
  readonly onClose: () => void;
}

/** One file, from the moment it is asked for until it is closed: afterwards nothing of it is here. */
export function AttachmentDialog({ asked, info, onClose }: AttachmentDialogProps) {
  const { state, stop, again } = useAttachment(asked);
  const words = t.attachment;
  return (
    <Dialog title={info.title ?? words.unnamed} closeLabel={t.close} onClose={onClose} wide>
      {state.kind === 'reading' && (
        <div>
          <output>{words.reading}</output>
          <progress
            className={css.progress}
            aria-label={words.reading}
            {...(state.about === null ? {} : { value: state.received, max: state.about })}
          />
          <div className={css.bar}>
            <p>
              {words.progress(sizeText(state.received), state.about === null ? null : sizeText(state.about))}
            </p>
            <Button onClick={stop}>{words.stop}</Button>
          </div>
        </div>
      )}
      {state.kind === 'gone' && <p role="alert">{words.gone}</p>}
      {state.kind === 'failed' && (
        <div className={css.bar}>
          <p role="alert">
            {words.failed(t.sourceProblem[state.why.kind])}
            {'detail' in state.why && state.why.detail !== '' && ` (${state.why.detail})`}
          </p>
          <Button onClick={again}>{words.again}</Button>
        </div>
      )}
      {state.kind === 'opened' && <OpenedView opened={state} />}
    </Dialog>
  );
}

function OpenedView({ opened }: { readonly opened: Extract<Opened, { kind: 'opened' }> }) {
  const words = t.attachment;
  const { bytes, digest, file, size, stated, title } = opened;
  return (
    <>
      {digest === 'differs' && (
        <p className={css.warning} role="alert">
          {words.differs}
        </p>
      )}
      <div className={css.bar}>
        <p className={css.sub}>
          {[stated ?? words.noType, sizeText(size), digest === 'matches' ? words.matches : null]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        <SaveLink bytes={bytes} name={savedName(title, file.kind === 'download' ? null : stated)} />
      </div>
      <FileView file={file} bytes={bytes} stated={stated} name={title ?? words.unnamed} />
    </>
  );
}

/** Saved as bytes and nothing more: no browser opens it as a page of this site. */
function SaveLink({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }) {
  const link = useObjectUrl<HTMLAnchorElement>('href', bytes, 'application/octet-stream');
  return (
    // The address is there as soon as the link is.
    <a ref={link} className={css.save} href="#main" download={name} title={t.attachment.saves}>
      <Icon name="save" /> {t.attachment.save(sizeText(bytes.byteLength))}
    </a>
  );
}

interface FileViewProps {
  readonly file: OpenedFile;
  readonly bytes: Uint8Array;
  readonly stated: string | null;
  readonly name: string;
}

function FileView({ file, bytes, stated, name }: FileViewProps) {
  const words = t.attachment;
  switch (file.kind) {
    case 'text':
      return (
        <>
          {file.shortened && <p className={css.warning}>{words.shortened}</p>}
          <pre className={css.text} dir="auto">
            {file.text}
          </pre>
        </>
      );
    case 'paper':
      return <PaperText paper={file.paper} />;
    case 'image':
      return <Picture bytes={bytes} contentType={file.contentType} name={name} />;
    case 'pdf':
      return <Pages bytes={bytes} name={name} />;
    case 'download':
      return (
        <p className={css.warning} role="alert">
          {file.why === 'lies'
            ? words.lies(stated ?? words.noType)
            : file.why === 'may-run'
              ? words.mayRun
              : words.notShown(stated ?? words.noType)}
        </p>
      );
    case 'holder':
      return (
        <>
          <PaperText paper={file.paper} />
          <p className={css.sub}>{words.holds}</p>
          <FileView file={file.file} bytes={file.bytes} stated={null} name={name} />
        </>
      );
  }
}

type BytesProps = Pick<FileViewProps, 'bytes' | 'name'>;

function Picture({ bytes, name, contentType }: BytesProps & { readonly contentType: string }) {
  const picture = useObjectUrl<HTMLImageElement>('src', bytes, contentType);
  return <img ref={picture} className={css.picture} alt={t.attachment.picture(name)} />;
}

/** The browser's own reader, apart from this page: its type is set here, so that it can be nothing else. */
function Pages({ bytes, name }: BytesProps) {
  const pages = useObjectUrl<HTMLIFrameElement>('src', bytes, 'application/pdf');
  return <iframe ref={pages} className={css.pages} title={name} />;
}

/** An address for as long as the element is there; the screen that locks takes it away with everything else. */
function useObjectUrl<E extends Element>(attribute: 'src' | 'href', bytes: Uint8Array, type: string) {
  return useCallback(
    (element: E) => {
      const url = URL.createObjectURL(new Blob([bytes.slice()], { type }));
      element.setAttribute(attribute, url);
      return () => URL.revokeObjectURL(url);
    },
    [attribute, bytes, type],
  );
}
