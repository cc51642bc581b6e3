import { z } from 'zod';

const email = z.email();

/** As the forms of this area mean it; whether it exists is seen when the invitation is sent. */
export const isEmail = (typed: string): boolean => email.safeParse(typed.trim()).success;
