import { Fragment } from 'react';
import type { MemberId } from '../../record/index.ts';
import { useRecordDetails } from '../../session/index.ts';
import { withDates } from '../format/index.ts';
import { t } from '../messages/index.ts';

/** What else the record says, as terms of the list that it stands in. */
export function RecordDetails({ member: { source, ref } }: { readonly member: MemberId }) {
  const details = useRecordDetails({ source, ref });
  return details?.map(({ label, text }) => (
    <Fragment key={label}>
      <dt>{t.particulars(label)}</dt>
      <dd>{withDates(text)}</dd>
    </Fragment>
  ));
}
