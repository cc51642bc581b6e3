import { paths } from '~/lib/paths';

const home = { learner: paths.dashboard, staff: paths.admin, institution: paths.institution };

export const homePath = (kind: keyof typeof home): string => home[kind]();
