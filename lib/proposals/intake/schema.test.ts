import { describe, expect, it } from 'vitest';
import { ideaCardSchema, submitProposalSchema } from './schema';

const good = {
  title: 'Bank auf halber Strecke',
  body: 'Unterwegs kann man sich nirgends hinsetzen.',
  districtId: '0192f3a0-0000-7000-8000-000000000001',
  place: '',
  categoryId: '',
  nameChoice: 'INITIALS',
  name: 'Renate Krause',
  contactKind: 'MAIL',
  contact: 'Renate.Krause@Post.Example',
};

function problems(changes: Record<string, string>) {
  const read = submitProposalSchema.safeParse({ ...good, ...changes });
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path[0], message]);
}

describe('what a proposal needs', () => {
  it('takes a good one and writes the address small', () => {
    expect(submitProposalSchema.parse(good).contact).toBe('renate.krause@post.example');
  });

  it.each([
    [{ title: '' }, 'title', 'proposals.error.title'],
    [{ title: 'Bank' }, 'title', 'form.error.tooShort|min=5'],
    [{ title: 'B'.repeat(81) }, 'title', 'form.error.tooLong|max=80'],
    [{ body: 'zu kurz' }, 'body', 'form.error.tooShort|min=20'],
    [{ body: 'x'.repeat(2001) }, 'body', 'form.error.tooLong|max=2000'],
    [{ districtId: 'nowhere' }, 'districtId', 'proposals.error.district'],
    [{ categoryId: 'nothing' }, 'categoryId', 'form.error.choose'],
    [{ nameChoice: 'SECRET' }, 'nameChoice', 'proposals.error.nameChoice'],
    [{ name: '' }, 'name', 'proposals.error.name'],
    [{ name: '123' }, 'name', 'proposals.error.name'],
    [{ contactKind: '' }, 'contactKind', 'proposals.error.contactKind'],
    [{ contact: 'renate' }, 'contact', 'form.error.mail'],
    [{ contact: 'a@b.example, c@d.example' }, 'contact', 'form.error.mail'],
    [{ contactKind: 'PHONE', contact: 'ruf an' }, 'contact', 'form.error.phone'],
    [{ contactKind: 'LETTER', contact: '' }, 'contact', 'proposals.error.address'],
  ])('%#', (changes, field, message) => {
    expect(problems(changes as Record<string, string>)).toContainEqual([field, message]);
  });

  it('says everything wrong at once', () => {
    const fields = problems({ title: '', districtId: '', name: '', contact: 'x' }).map(
      ([field]) => field,
    );
    expect(fields).toEqual(['title', 'districtId', 'name', 'contact']);
  });

  it('keeps emoji, ß and hyphen names', () => {
    expect(problems({ title: 'Straßenfest 🎉 am Hang', name: 'Jörg Groß-Weiß' })).toEqual([]);
  });

  it('keeps nothing of somebody who only asks by number', () => {
    const read = submitProposalSchema.parse({
      ...good,
      contactKind: 'NUMBER',
      contact: '0160 1234567',
    });
    expect(read.contact).toBe('');
  });

  it('lets a neighbour stay without a name', () => {
    expect(problems({ nameChoice: 'NEIGHBOUR', name: '' })).toEqual([]);
  });
});

describe('an idea card', () => {
  it.each([
    ['', 'NUMBER', ''],
    ['  Helga@Post.Example ', 'MAIL', 'helga@post.example'],
    ['030 23125-150', 'PHONE', '030 23125-150'],
    ['+49 (0) 30/23125', 'PHONE', '+49 (0) 30/23125'],
    ['Siedlerweg 4, 08289 Schneeberg', 'LETTER', 'Siedlerweg 4, 08289 Schneeberg'],
  ])('reads from “%s” how to answer', (written, contactKind, contact) => {
    const card = { ...good, channel: 'POSTCARD', contactKind: 'NUMBER', contact: written };
    expect(ideaCardSchema.parse(card)).toMatchObject({ contactKind, contact });
  });

  it('takes nothing nobody could be reached by', () => {
    for (const contact of ['helga@', '12', 'Helga']) {
      const card = { ...good, channel: 'POSTCARD', contact };
      expect(ideaCardSchema.safeParse(card).success).toBe(false);
    }
  });

  it('may say everything in its title', () => {
    const card = { ...good, body: '', channel: 'POSTCARD', contactKind: 'NUMBER', contact: '' };
    expect(ideaCardSchema.safeParse(card).success).toBe(true);
    expect(ideaCardSchema.safeParse({ ...card, channel: 'ONLINE' }).success).toBe(false);
  });
});
