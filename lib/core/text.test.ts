import { describe, expect, it } from 'vitest';
import { addressAsKept, line, mailAddress, paragraphs, phoneNumber, readNumber } from './text';

const problemOf = (result: {
  success: boolean;
  error?: { issues: { message: string }[] } | undefined;
}) => (result.success ? null : (result.error?.issues[0]?.message ?? ''));

describe('text', () => {
  it.each([
    ['Jörg Weiß-Müller', null],
    ['ab', 'form.error.tooShort|min=3'],
    ['', 'form.error.required'],
    ['   ', 'form.error.required'],
    ['x'.repeat(21), 'form.error.tooLong|max=20'],
    ['👩‍👩‍👧 Familie', null],
    ['<script>x</script>', null],
    ['a\u0000bc', null],
    ['\u200b', 'form.error.required'],
    ['\u3164\u3164\u3164', 'form.error.required'],
    ['\u200d\u200d\u200d', 'form.error.required'],
    ['\u0301\u2800\u0301', 'form.error.required'],
    ['!!!', null],
  ])('%j in one line', (text, problem) => {
    expect(problemOf(line(3, 20).safeParse(text))).toBe(problem);
  });

  it('keeps lines and evens out how they end', () => {
    expect(paragraphs(1, 100).parse(' eins\r\nzwei\rdrei ')).toBe('eins\nzwei\ndrei');
  });

  it.each([
    ['Maria  Muster', 'Maria Muster'],
    ['Maria\tMuster\r\n', 'Maria Muster'],
    ['eins\u2028zwei', 'eins zwei'],
    ['18\u202fUhr', '18\u202fUhr'],
    ['Licht \ud83d', 'Licht'],
    ['\udca1 Licht 💡', 'Licht 💡'],
    // What was torn by a sign nobody sees is whole again.
    ['\ud83d\u200b\udca1', '💡'],
  ])('makes one line of %j', (pasted, expected) => {
    expect(line(1, 20).parse(pasted)).toBe(expected);
  });

  it('counts characters as people do, not bytes', () => {
    expect(paragraphs(1, 3).safeParse('😀😀😀').success).toBe(true);
  });
});

describe('mail addresses', () => {
  it.each(['a@b.de', 'Renate.K+forum@post.example', 'x_y@sub.domain.museum'])(
    '%s is one',
    (text) => {
      expect(mailAddress.safeParse(text).success).toBe(true);
    },
  );

  it.each([
    '"e@attacker.com"@victim.de',
    'a@x.de,b@y.de',
    'a＠x.de',
    'a@x.de\r\nBcc: b@y.de',
    'a@b',
    'a b@c.de',
    '(comment)a@b.de',
    `${'a'.repeat(300)}@b.de`,
    'x'.repeat(270_000),
  ])('refuses what could reach somebody else (%#)', (text) => {
    expect(mailAddress.safeParse(text).success).toBe(false);
  });
});

describe('an address somebody looks for', () => {
  it.each([
    ['Renate.K@Post.example', 'renate.k@post.example'],
    ['<mailto:renate.k@post.example>', 'renate.k@post.example'],
    ['\u200drenate.k@post.example ', 'renate.k@post.example'],
    ['renate@', 'renate@'],
  ])('%j', (typed, kept) => expect(addressAsKept(typed)).toBe(kept));
});

describe('phone numbers', () => {
  it.each([
    ['03772 123456', '03772 123456'],
    ['+49 (3772) 12 34-56', '+49 (3772) 12 34-56'],
    ['(03772) 12345', '03772 12345'],
    ['(03772)12345', '03772 12345'],
    ['( 0 37 72 ) 1 23 45', '0 37 72 1 23 45'],
    ['(+49) 3772 12345', '+49 3772 12345'],
    ['+(49) 3772 12345', '+49 3772 12345'],
    ['(+49 3772) 123-45', '+49 3772 123-45'],
    ['(03772/12345)', '03772/12345'],
    ['<tel:(03772)12345>', '03772 12345'],
    ['(0\u2013800) 123\u201345', '0-800 123-45'],
    ['\u0660\u0663\u0667\u0667\u0662 \u0661\u0662\u0663\u0664', '03772 1234'],
    ['\uff08\uff10\uff13\uff17\uff17\uff12\uff09\uff11\uff12\uff13\uff14', '03772 1234'],
    ['\uff0b49 3772 1234', '+49 3772 1234'],
  ])('%j is %j', (text, kept) => {
    expect(phoneNumber.parse(text)).toBe(kept);
    expect(phoneNumber.parse(kept)).toBe(kept);
  });

  it.each(['anrufen', '12', '()', '(anrufen) 03772', '((03772) 123', ')03772 123', '++49 3772 1'])(
    '%j is none',
    (text) => expect(phoneNumber.safeParse(text).success).toBe(false),
  );
});

describe('a number as it was copied', () => {
  it.each([
    ['201', 201],
    [' 201 ', 201],
    ['Nr. 201', 201],
    ['nr201', 201],
    ['Nr.: 0201', 201],
    ['#117', 117],
    ['# 117', 117],
    ['Nr.\u00a0117', 117],
    ['Nummer 117', 117],
    ['No. 117', 117],
    ['00117', 117],
    ['\u200e117', 117],
    ['Nr. #117', 117],
    ['ACDE-FGHJ', null],
    ['999999999', 999999999],
    ['0', null],
    ['1000000000', null],
    ['-5', null],
    ['20 1', null],
    ['Nr.', null],
    ['', null],
  ])('%j is %s', (typed, expected) => {
    expect(readNumber(typed)).toBe(expected);
  });
});
