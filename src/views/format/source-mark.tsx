import type { SourceId } from '../../record/index.ts';
import { useOrganisations, type SourceView } from '../../session/index.ts';
import { Mark, type MarkShape } from '../../ui/index.ts';
import css from './source-mark.module.css';

type Organisation = SourceView['organisation'];

const SHAPES: Readonly<Record<Organisation['kind'], MarkShape>> = {
  ehr: 'square',
  clinic: 'circle',
  hie: 'hexagon',
  lab: 'diamond',
  payer: 'shield',
  patient: 'drop',
  other: 'pill',
};

interface SourceMarkProps {
  readonly source: SourceId;
  /** False where its name stands beside it. */
  readonly said?: boolean;
  readonly size?: number;
}

/** Who says it, at a glance: shape by the kind of organisation, its letter, its colour. */
export function SourceMark({ source, said = true, size = 18 }: SourceMarkProps) {
  return (
    <MarkOf
      source={source}
      organisation={organisationOf(useOrganisations(), source)}
      said={said}
      size={size}
    />
  );
}

const organisationOf = (known: readonly Organisation[], source: SourceId): Organisation | undefined =>
  known.find(({ id }) => id === source);

function MarkOf({
  source,
  organisation,
  said,
  size,
}: Required<SourceMarkProps> & { readonly organisation: Organisation | undefined }) {
  if (organisation === undefined)
    return <Mark shape="pill" letter="?" colour={6} label={said ? source : null} size={size} />;
  const { kind, letter, colour, name } = organisation;
  return <Mark shape={SHAPES[kind]} letter={letter} colour={colour} label={said ? name : null} size={size} />;
}

/** In the configuration's order, so that one source always stands in the same place. */
export function SourceMarks({
  sources,
  size = 18,
}: {
  readonly sources: readonly SourceId[];
  readonly size?: number;
}) {
  const known = useOrganisations();
  const order = known.map(({ id }) => id);
  const sorted = [...sources].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <span className={css.marks}>
      {sorted.map((source) => (
        <MarkOf key={source} source={source} organisation={organisationOf(known, source)} said size={size} />
      ))}
    </span>
  );
}

export function useSourceNames(): (source: SourceId) => string {
  const known = useOrganisations();
  return (source) => organisationOf(known, source)?.name ?? source;
}
