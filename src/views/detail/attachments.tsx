import { useState } from 'react';
import type { AttachmentInfo, Fact } from '../../record/index.ts';
import { useSources, type AttachmentId } from '../../session/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { sizeText, SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './attachments.module.css';
import { AttachmentDialog } from './attachment-dialog.tsx';
import section from './detail.module.css';

/** Every file that any of the sources keeps with it. None is read before somebody asks for it. */
export function Attachments({ members }: { readonly members: readonly Fact[] }) {
  const [open, setOpen] = useState<(AttachmentId & { readonly info: AttachmentInfo }) | null>(null);
  const files = members.flatMap((fact) =>
    'attachments' in fact
      ? fact.attachments.map((info, index) => ({ source: fact.source, ref: fact.ref, index, info }))
      : [],
  );
  if (files.length === 0) return null;
  return (
    <section className={section.section} aria-label={t.detail.attachments}>
      <h3>{t.detail.attachments}</h3>
      <ul className={css.files}>
        {files.map((file) => (
          <li key={`${file.source} ${file.ref} ${file.index}`} className={css.file}>
            <SourceMark source={file.source} />
            <FileWords info={file.info} />
            <FileAct info={file.info} source={file.source} onOpen={() => setOpen(file)} />
          </li>
        ))}
      </ul>
      {open !== null && <AttachmentDialog asked={open} info={open.info} onClose={() => setOpen(null)} />}
    </section>
  );
}

const nameOf = (info: AttachmentInfo): string => info.title ?? t.attachment.unnamed;

/** What it is said to be and how large, before it is opened. */
const FileWords = ({ info }: { readonly info: AttachmentInfo }) => (
  <span className={css.words}>
    <bdi>{nameOf(info)}</bdi>
    <span className={css.sub}>
      {[
        info.contentType ?? t.attachment.noType,
        info.size === null ? t.attachment.noSize : sizeText(info.size),
      ].join(' · ')}
    </span>
  </span>
);

interface FileActProps {
  readonly info: AttachmentInfo;
  readonly source: AttachmentId['source'];
  readonly onOpen: () => void;
}

function FileAct({ info, source, onOpen }: FileActProps) {
  const base = useSources().find(({ organisation }) => organisation.id === source)?.organisation.iss;
  const elsewhere = info.inline ? null : hostElsewhere(info.url, base);
  if (elsewhere === null)
    return (
      <Button onClick={onOpen} aria-label={t.attachment.openNamed(nameOf(info))}>
        <Icon name="file" />
        {t.attachment.open}
      </Button>
    );
  return (
    <span className={css.sub}>
      {t.attachment.elsewhere(elsewhere.host)}{' '}
      {elsewhere.protocol === 'https:' && (
        // The reader's own step to another place: this page tells it nothing of where it comes from.
        <a href={elsewhere.href} target="_blank" rel="noopener noreferrer">
          {t.attachment.openElsewhere(elsewhere.host)}
        </a>
      )}
    </span>
  );
}

/** Where an absolute address leads that is not the source's; null where it is its own or no address at all. */
function hostElsewhere(url: string | null, base: string | undefined): URL | null {
  if (url === null || base === undefined || !URL.canParse(url)) return null;
  const there = new URL(url);
  return there.origin === new URL(base).origin ? null : there;
}
