import { unprocessable } from './errors.ts';
import type { Badge } from './store.ts';

const PER_PAGE = 50;

const FILTERS: Record<string, (badge: Badge, wanted: string) => boolean> = {
  issuer_earner_id: (badge, wanted) => badge.earnerId === wanted,
  recipient_email: (badge, wanted) => badge.email === wanted.toLowerCase(),
  recipient_email_all: (badge, wanted) => badge.email === wanted.toLowerCase(),
  badge_template_id: (badge, wanted) => badge.templateId === wanted,
  state: (badge, wanted) => badge.state === wanted,
};

/** `attribute::a,b|attribute::c`: all attributes must fit, each by any of its values. */
export function filterBadges(badges: Badge[], filter: string | undefined): Badge[] {
  const conditions = (filter ? filter.split('|') : []).map((part) => {
    const [attribute = '', values = ''] = part.split('::');
    const matches = FILTERS[attribute];
    if (!matches) throw unprocessable('filter', `${attribute} is not a filter`);
    const wanted = values.split(',');
    return (badge: Badge) => wanted.some((value) => matches(badge, value));
  });
  return badges.filter((badge) => conditions.every((fits) => fits(badge)));
}

export function paginate<T>(items: T[], page: number, address: (page: number) => string) {
  const totalPages = Math.max(1, Math.ceil(items.length / PER_PAGE));
  const shown = items.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return {
    shown,
    metadata: {
      count: shown.length,
      current_page: page,
      total_count: items.length,
      total_pages: totalPages,
      per: PER_PAGE,
      previous_page_url: page > 1 ? address(page - 1) : null,
      next_page_url: page < totalPages ? address(page + 1) : null,
    },
  };
}
