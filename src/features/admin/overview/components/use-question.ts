import { useState } from 'react';
import { useListAddress } from '~/lib/use-list-address';
import type { Question } from '../api/keys';
import { type Period, readPeriod, todayInIndia } from '../model/period';

/** Period and track, as the address says them. */
export function useQuestion(): { period: Period; question: Question; today: string } {
  const { address } = useListAddress();
  const [today] = useState(() => todayInIndia(new Date()));
  const period = readPeriod(address, today);
  return { period, today, question: { from: period.from, to: period.to, track: address.get('track') } };
}
