import type { Block, Cell, Inline, Paper, Section } from '../../record/index.ts';
import { t } from '../messages/index.ts';
import css from './paper.module.css';

/** A document or narrative in the page's own elements: what it says, in the order in which it says it. */
export function PaperText({ paper }: { readonly paper: Paper }) {
  const { head, sections, leftOut, shortened } = paper;
  const words = t.attachment;
  return (
    <div className={css.paper}>
      {head.length > 0 && (
        <dl className={css.head}>
          {head.map(({ about, text }) => (
            <div key={about}>
              <dt>{words.head[about]}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {sections.map((section, i) => (
        <SectionText key={i} section={section} />
      ))}
      {leftOut > 0 && <p className={css.remark}>{words.leftOut(leftOut)}</p>}
      {shortened && <p className={css.remark}>{words.shortened}</p>}
    </div>
  );
}

function SectionText({ section: { title, level, blocks } }: { readonly section: Section }) {
  const Title = level === 1 ? 'h3' : 'h4';
  return (
    <section>
      {title !== null && <Title dir="auto">{title}</Title>}
      {blocks.length === 0 && title !== null && <p className={css.remark}>{t.attachment.emptySection}</p>}
      <Blocks blocks={blocks} />
    </section>
  );
}

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  blocks.map((block, i) => <BlockText key={i} block={block} />);

function BlockText({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <p className={css.heading} dir="auto">
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'paragraph':
      return (
        <p className={css.text} dir="auto">
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'preformatted':
      return (
        <pre className={css.pre} dir="auto">
          {block.text}
        </pre>
      );
    case 'rule':
      return <hr className={css.rule} />;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={css.list}>
          {block.items.map((item, i) => (
            <li key={i}>
              <Blocks blocks={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <div className={css.frame} tabIndex={-1}>
          <table className={css.table}>
            {block.caption.length > 0 && (
              <caption>
                <Inlines inlines={block.caption} />
              </caption>
            )}
            <tbody>
              {block.rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, n) => (
                    <CellText key={n} cell={cell} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function CellText({ cell: { header, columns, rows, blocks } }: { readonly cell: Cell }) {
  const Name = header && blocks.length > 0 ? 'th' : 'td';
  return (
    <Name colSpan={columns} rowSpan={rows}>
      <Blocks blocks={blocks} />
    </Name>
  );
}

const ELEMENTS = {
  strong: 'strong',
  emphasis: 'em',
  inserted: 'ins',
  struck: 'del',
  sub: 'sub',
  super: 'sup',
} as const;

const Inlines = ({ inlines }: { readonly inlines: readonly Inline[] }) =>
  inlines.map(({ text, look }, i) => {
    if (look === 'plain') return text;
    if (look === 'left-out')
      return (
        <span key={i} className={css.remark}>
          [{t.attachment.leftOutPart} {text}]
        </span>
      );
    const Name = ELEMENTS[look];
    return <Name key={i}>{text}</Name>;
  });
