import { useRef, useState, type ReactNode, type Ref } from 'react';
import { FACT_KINDS } from '../../record/index.ts';
import { useOverview, useOrganisations } from '../../session/index.ts';
import { EVERYTHING, ONLY } from '../../timeline/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { filterCount, CLEARED, type ChangeView, type ViewState } from '../address/index.ts';
import { SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { SinceChips } from '../since/index.ts';
import { DateFields } from './date-fields.tsx';
import css from './filters.module.css';

interface FiltersProps {
  readonly state: ViewState;
  readonly change: ChangeView;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly searchRef: Ref<HTMLInputElement>;
}

export function Filters({ state, change, text, onText, searchRef }: FiltersProps) {
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const count = filterCount(state);
  return (
    <search className={css.bar} aria-label={t.filters.label}>
      <div className={css.search}>
        <Icon name="search" />
        <input
          ref={searchRef}
          className={css.input}
          type="search"
          value={text}
          placeholder={t.filters.search}
          aria-label={t.filters.search}
          title={t.filters.hint}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      <Button ref={toggle} aria-expanded={open} aria-pressed={count > 0} onClick={() => setOpen(!open)}>
        <Icon name="filter" />
        {t.filters.button(count)}
      </Button>
      {count > 0 && (
        <Button
          look="quiet"
          onClick={() => {
            change({ ...CLEARED, window: state.window, fact: state.fact });
            toggle.current?.focus();
          }}
        >
          {t.filters.clear}
        </Button>
      )}
      {open && <Panel state={state} change={change} />}
    </search>
  );
}

function Panel({ state, change }: Pick<FiltersProps, 'state' | 'change'>) {
  return (
    <div className={css.panel}>
      <Group label={t.filters.only}>
        {ONLY.map((flag) => (
          <Chip
            key={flag}
            on={state.only.includes(flag)}
            toggle={() => change({ only: toggled(state.only, flag) })}
          >
            {t.filters[flag]}
          </Chip>
        ))}
        <Chip
          on={state.includeRetracted}
          toggle={() => change({ includeRetracted: !state.includeRetracted })}
        >
          {t.filters.retracted}
        </Chip>
      </Group>
      <KindChips state={state} change={change} />
      <Group label={t.since.title}>
        <SinceChips state={state} change={change} />
      </Group>
      <Group label={t.filters.dates}>
        <DateFields window={state.window} change={change} />
      </Group>
      <SourceChips state={state} change={change} />
    </div>
  );
}

function KindChips({ state, change }: Pick<FiltersProps, 'state' | 'change'>) {
  const there = new Set(useOverview(EVERYTHING, 1)?.lanes.map((lane) => lane.kind));
  const kinds = FACT_KINDS.filter((kind) => there.has(kind) || state.kinds?.includes(kind));
  return (
    <Group label={t.filters.kinds}>
      {kinds.map((kind) => (
        <Chip
          key={kind}
          on={state.kinds?.includes(kind) ?? false}
          toggle={() => change({ kinds: orAll(toggled(state.kinds ?? [], kind)) })}
        >
          {t.kinds[kind][1]}
        </Chip>
      ))}
    </Group>
  );
}

function SourceChips({ state, change }: Pick<FiltersProps, 'state' | 'change'>) {
  return (
    <Group label={t.filters.sources}>
      {useOrganisations().map(({ id, name }) => (
        <Chip
          key={id}
          on={state.sources?.includes(id) ?? false}
          toggle={() => change({ sources: orAll(toggled(state.sources ?? [], id)) })}
        >
          <SourceMark source={id} said={false} size={16} />
          {name}
        </Chip>
      ))}
    </Group>
  );
}

const Group = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <fieldset className={css.group}>
    <legend>{label}</legend>
    <div className={css.choices}>{children}</div>
  </fieldset>
);

interface ChipProps {
  readonly on: boolean;
  readonly toggle: () => void;
  readonly children: ReactNode;
}

const Chip = ({ on, toggle, children }: ChipProps) => (
  <Button className={css.chip} aria-pressed={on} onClick={toggle}>
    {children}
  </Button>
);

const toggled = <T,>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];

/** No choice at all means all. */
const orAll = <T,>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
