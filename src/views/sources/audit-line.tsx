import { useAudit } from '../../session/index.ts';
import { t } from '../messages/index.ts';
import css from './sources.module.css';

/** Whether what was opened is known where the site wants it known. Nothing is said where no receiver is named. */
export function AuditLine() {
  const audit = useAudit();
  if (audit === null) return null;
  const missing = audit.refused + audit.lost;
  const late = audit.failing && audit.waiting > 0;
  return (
    <output className={late || missing > 0 ? css.alert : css.muted}>
      {late ? t.audit.waiting(audit.waiting) : t.audit.delivered(audit.delivered)}
      {missing > 0 && ` ${t.audit.missing(missing)}`}
    </output>
  );
}
