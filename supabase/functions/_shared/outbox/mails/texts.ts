/** Every word of every mail, in one place for translation. Names and numbers come in as plain text and are escaped later. */
export const mailTexts = {
  greeting: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
  signOff: (product: string) => `The ${product} team`,
  footer: (product: string) => `You receive this e-mail because you have an account at ${product}.`,
  linkFallback: 'If the button does not work, open this address:',

  receipt: {
    subject: (track: string) => `Payment received: ${track}`,
    preview: 'Thank you. Your payment has arrived.',
    intro: {
      enrolment: (track: string) => `Thank you. Your payment has arrived and you are enrolled in ${track}.`,
      addon_attempt: (track: string) =>
        `Thank you. Your payment has arrived and one more exam attempt in ${track} is yours.`,
      renewal: (track: string) => `Thank you. Your payment has arrived and your certificate in ${track} is renewed.`,
    },
    invoice: 'Invoice',
    order: 'Order',
    paidOn: 'Paid on',
    price: 'Price',
    discount: 'Discount',
    coupon: (code: string) => `Discount (${code})`,
    tax: (name: string, rate: string) => `${name} ${rate}`,
    total: 'Total paid',
    button: 'Open your dashboard',
  },
  examScheduled: {
    subject: (track: string) => `Your exam is booked: ${track}`,
    preview: 'Date, time and how to get ready.',
    intro: (track: string) => `Your proctored exam in ${track} is booked.`,
    when: 'When',
    duration: 'Duration',
    minutes: (minutes: number) => `${minutes} minutes`,
    attempt: 'Attempt',
    ready:
      'Have your identity document at hand, sit alone in a quiet, well-lit room, and use a computer with a camera, a microphone and a steady connection. Come a few minutes early.',
    button: 'Go to your exam',
  },
  examFailed: {
    subject: (track: string) => `Your exam result: ${track}`,
    preview: 'Your result, and what you can do next.',
    intro: (track: string) => `Your exam in ${track} has been marked. This time it was not enough to pass.`,
    score: 'Your score',
    needed: 'Needed to pass',
    left: (attempts: number, when: string | null) =>
      `You have ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} left.${when ? ` You can sit the exam again from ${when}.` : ''}`,
    none: (price: string | null) =>
      `You have used all your attempts. You can buy another one in your dashboard${price ? ` (${price} plus tax)` : ''}.`,
    encourage: 'Your modules and mock tests stay open: they show you where to practise.',
    button: 'Open your dashboard',
  },
  examReview: {
    subject: (track: string) => `Your exam is being reviewed: ${track}`,
    preview: 'A person is looking at your exam.',
    intro: (track: string) =>
      `Thank you for sitting the exam in ${track}. The recording of your session is being looked at by a person before the result is final.`,
    next: 'You need not do anything. We write to you as soon as the review is done.',
    button: 'Open your dashboard',
  },
  certificateReady: {
    subject: (track: string) => `Your certificate: ${track}`,
    preview: 'Congratulations! Your certificate is attached.',
    intro: (track: string) => `Congratulations! You are certified in ${track}. Your certificate is attached as a PDF.`,
    number: 'Certificate no.',
    issued: 'Issued on',
    valid: 'Valid until',
    verify: 'Anyone can check your certificate at its own page:',
    button: 'See your certificate',
    linkedIn: 'Add it to your LinkedIn profile',
    share: 'Share it on LinkedIn',
  },
  badgeReady: {
    subject: (track: string) => `Your digital badge: ${track}`,
    preview: 'Accept your badge and show it.',
    intro: (track: string) => `Your digital badge for ${track} is ready at Credly.`,
    pending: 'Accept it once, then you can show it anywhere.',
    button: 'Open your badge',
    linkedIn: 'Add your certificate to your LinkedIn profile',
  },
  studentInvitation: {
    subject: (institution: string) => `${institution} has a place for you`,
    preview: 'Your track is waiting for you. There is nothing to pay.',
    intro: (institution: string, product: string) =>
      `${institution} has enrolled you at ${product}. There is nothing to pay: your place is reserved.`,
    track: 'Track',
    valid: 'Valid until',
    next: 'Open the invitation and choose a password. Then your dashboard is open: modules to learn from, mock tests to practise, the proctored exam and a certificate that anyone can check.',
    nextWithAccount:
      'You have an account with this address. Open the invitation to add this place to it; your password stays as it is.',
    once: (days: number) => `The link is yours alone, works once and for ${days} days. Please do not pass it on.`,
    button: 'Open the invitation',
    reason: (institution: string) =>
      `You receive this e-mail because ${institution} gave us this address. If you do not know them, leave it: without you nothing happens.`,
  },
  managerInvitation: {
    subject: (institution: string) => `You are invited to manage ${institution}`,
    preview: 'Follow your students, their progress and their certificates.',
    intro: (inviter: string | null, institution: string, product: string) =>
      inviter
        ? `${inviter} invites you to manage ${institution} at ${product}.`
        : `You are invited to manage ${institution} at ${product}.`,
    can: 'Managers enrol students, follow how they get on, and collect their certificates.',
    valid: 'Valid until',
    next: 'Open the invitation and choose a password to begin.',
    nextWithAccount: 'You have an account with this address. Open the invitation to add the institution to it.',
    once: (days: number) => `The link is yours alone, works once and for ${days} days. Please do not pass it on.`,
    button: 'Open the invitation',
    reason: (institution: string) =>
      `You receive this e-mail because you were invited to manage ${institution}. If you did not expect that, leave it: without you nothing happens.`,
  },
  staffInvitation: {
    subject: (product: string) => `You are invited to the team of ${product}`,
    preview: 'Open the invitation and choose a password.',
    intro: (inviter: string | null, product: string) =>
      inviter ? `${inviter} invites you to the team of ${product}.` : `You are invited to the team of ${product}.`,
    valid: 'Valid until',
    next: 'Open the invitation and choose a password. What your roles allow is open from then on.',
    nextWithAccount:
      'You have an account with this address. The team needs one of its own: ask to be invited under another address.',
    once: (days: number) => `The link is yours alone, works once and for ${days} days. Please do not pass it on.`,
    button: 'Open the invitation',
    reason: (product: string) =>
      `You receive this e-mail because somebody at ${product} invited you to their team. If you did not expect that, leave it: without you nothing happens.`,
  },
  studentEnrolled: {
    subject: (track: string) => `You are enrolled: ${track}`,
    preview: 'A new track is open on your dashboard.',
    intro: (institution: string, track: string) =>
      `${institution} has enrolled you in ${track}. There is nothing to pay and nothing to accept: the track is open on your dashboard.`,
    next: 'Sign in with the password you have. If you do not remember it, the sign-in page helps you to set a new one.',
    button: 'Open your dashboard',
  },
  importDone: {
    subject: (file: string) => `Enrolment finished: ${file}`,
    preview: 'What became of each row.',
    intro: (institution: string) => `Your file for ${institution} has been worked through.`,
    file: 'File',
    rows: 'Rows',
    enrolled: 'Enrolled',
    already: 'Enrolled before',
    refused: 'Refused',
    refusedNext:
      'The page of this enrolment names the reason for each refused row, and has a file of them to mend and upload again.',
    allDone: 'Everybody new has been sent an invitation. You see on the same page who has accepted.',
    button: 'See the result',
  },
  enquiryReceived: {
    subject: (institution: string, reference: string) => `New enquiry: ${institution} (${reference})`,
    subjectAgain: (institution: string, reference: string) => `Enquired again: ${institution} (${reference})`,
    preview: 'An institution asks about enrolling its students.',
    previewAgain: 'An institution whose enquiry is open has written again.',
    intro: (institution: string) => `${institution} asks about enrolling its students.`,
    introAgain: (institution: string) => `${institution} has written again. Its enquiry is open already.`,
    kind: 'Kind',
    kinds: { university: 'University', school: 'School', organisation: 'Organisation' },
    contact: 'Contact',
    designation: 'Designation',
    email: 'E-mail',
    phone: 'Phone',
    city: 'City',
    website: 'Website',
    students: 'Expected students',
    count: (students: number) => new Intl.NumberFormat('en-IN').format(students),
    tracks: 'Tracks',
    message: 'Their message:',
    button: 'Open the enquiry',
  },
  enquiryThanks: {
    subject: (reference: string) => `Thank you for your enquiry (${reference})`,
    preview: 'We have your enquiry and will be in touch.',
    intro: 'Thank you for your enquiry. It has reached our team for institutions.',
    introAgain: 'Thank you for writing again. We have added it to the enquiry that you sent before.',
    next: 'One of us will be in touch with you. Name this reference when you write or call:',
    reference: 'Reference',
    button: 'See our tracks',
    reason: (product: string) =>
      `You receive this e-mail because an enquiry to ${product} named this address. If it was not yours, you need not do anything.`,
  },
};
