import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { block, institution, openPage, overviewOf, serve } from '~/testing/institution';
import type { SeatBlock } from '../schemas';
import AddStudent from './add-student';

vi.setConfig({ testTimeout: 20_000 });

const wait = { timeout: 5_000 };
const two = block({ id: 'b2', track_id: 'two', track_name: 'Track Two', used: 9, left: 1 });
const full = block({ id: 'b3', track_id: 'three', track_name: 'Track Three', used: 10, left: 0 });

function open(blocks: SeatBlock[][], answer: unknown) {
  let asked = 0;
  const calls = serve({
    institution_overview: () => Response.json(overviewOf(blocks[Math.min(asked++, blocks.length - 1)] ?? [])),
    add_student: () => Response.json(answer),
  });
  const added = () => calls.filter(({ name }) => name === 'add_student').map(({ body }) => body);
  return { ...openPage(<AddStudent opened onClose={() => undefined} />, '/institution/students'), added };
}

async function fill(user: ReturnType<typeof open>['user']) {
  await user.click(await screen.findByLabelText(/E-mail/, undefined, wait));
  await user.paste(' Asha@Example.com ');
  await user.click(screen.getByLabelText(/Full name/));
  await user.paste('Asha Rao');
}

it('enrols on one of the tracks with seats, and tells how many are left', async () => {
  const after = { ...two, used: 10, left: 0 };
  const { user, added } = open(
    [
      [block(), two, full],
      [block(), after, full],
    ],
    { outcome: 'enrolled', reason: null },
  );
  await fill(user);
  const options = within(screen.getByLabelText(/Track/)).getAllByRole('option');
  expect(options.map((each) => each.textContent)).toEqual([
    'Choose a track',
    'Track One (6 seats left)',
    'Track Two (1 seat left)',
  ]);
  await user.selectOptions(screen.getByLabelText(/Track/), 'two');
  await user.click(screen.getByRole('button', { name: 'Enrol' }));
  const said = await screen.findByRole('status', undefined, wait);
  expect(said).toHaveTextContent('Asha Rao has a seat in Track Two');
  expect(said).toHaveTextContent('That was the last seat for Track Two.');
  expect(added()).toEqual([
    {
      p_institution_id: institution.id,
      p_email: 'Asha@Example.com',
      p_full_name: 'Asha Rao',
      p_roll_no: '',
      p_track_id: 'two',
    },
  ]);
  expect(screen.getByLabelText(/E-mail/)).toHaveValue('');
  expect(screen.getByLabelText(/E-mail/)).toHaveFocus();
});

it('takes the only track there is, and says that somebody is enrolled already', async () => {
  const { user, added } = open([[block()]], { outcome: 'already_enrolled', reason: null });
  await fill(user);
  await user.click(screen.getByRole('button', { name: 'Enrol' }));
  const said = await screen.findByRole('status', undefined, wait);
  expect(said).toHaveTextContent('Asha Rao is enrolled in Track One already');
  expect(said).toHaveTextContent('No further seat was used.');
  expect(added()).toHaveLength(1);
});

it.each([
  ['no_seat_left', /Somebody took the last seat for Track One/],
  ['account_not_open', /Use another address/],
  ['something_new', /without a reason that we know/],
])('says why %s is a refusal, and keeps what was typed', async (reason, words) => {
  const { user } = open([[block()]], { outcome: 'refused', reason });
  await fill(user);
  await user.click(screen.getByRole('button', { name: 'Enrol' }));
  expect(await screen.findByRole('alert', undefined, wait)).toHaveTextContent(words);
  expect(screen.getByLabelText(/Full name/)).toHaveValue('Asha Rao');
});

it('names what is wrong with the form and sends nothing', async () => {
  const { user, added } = open([[block(), two]], null);
  await user.click(await screen.findByLabelText(/E-mail/, undefined, wait));
  await user.paste('asha at example');
  await user.click(screen.getByRole('button', { name: 'Enrol' }));
  const summary = await screen.findByRole('alert');
  expect(
    within(summary)
      .getAllByRole('link')
      .map((each) => each.textContent),
  ).toEqual([
    'Enter an e-mail address, such as name@university.edu.',
    'Enter the name as it should stand on the certificate, at most 200 characters.',
    'Choose a track.',
  ]);
  expect(screen.getByLabelText(/E-mail/)).toBeInvalid();
  expect(added()).toEqual([]);
});

it('says what to do when no seat is left', async () => {
  open([[full]], null);
  expect(await screen.findByText(/No seat is left to give/, undefined, wait)).toBeVisible();
  await waitFor(() => expect(screen.queryByLabelText(/E-mail/)).toBeNull());
});
