import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { notify } from '~/components/notify';
import { useMoveLead } from '../../api/move-lead';
import { type LeadStatus, questionBefore } from '../../model/moves';
import type { Lead } from '../../schemas';
import { ConvertDialog } from '../convert/convert-dialog';
import { LostDialog } from './lost-dialog';
import { useMoveErrorText } from './use-move-error-text';
import { type Held, type LeadMoves, LeadMovesContext } from './use-lead-moves';

type Asked = { lead: Lead; about: 'reason' | 'contract' };

/** One way to move a lead for board, table and drawer, with the questions that some moves ask. */
export function LeadMovesProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('leads');
  const errorText = useMoveErrorText();
  const { mutateAsync } = useMoveLead();
  const [asked, setAsked] = useState<Asked | null>(null);
  const held = useRef<Held | null>(null);

  const moves = useMemo<LeadMoves>(() => {
    const run = (lead: Lead, to: LeadStatus) =>
      mutateAsync({ leadId: lead.id, to })
        .then(() => announce(t('move.done', { name: lead.institution_name, status: t(`status.${to}`) })))
        .catch((error: unknown) => notify('error', errorText(error, lead.institution_name)))
        // The last answer is in the cache, but the screen shows it only with the next turn.
        .finally(() => setTimeout(() => (held.current = null)));
    return {
      held,
      request: (lead, to, control) => {
        held.current = control === undefined ? null : { leadId: lead.id, control };
        const about = questionBefore(to);
        if (about === 'none') void run(lead, to);
        else setAsked({ lead, about });
      },
    };
  }, [mutateAsync, errorText, t]);

  const close = () => setAsked(null);
  return (
    <LeadMovesContext value={moves}>
      {children}
      <LostDialog lead={asked?.about === 'reason' ? asked.lead : null} onClose={close} />
      <ConvertDialog lead={asked?.about === 'contract' ? asked.lead : null} onClose={close} />
    </LeadMovesContext>
  );
}
