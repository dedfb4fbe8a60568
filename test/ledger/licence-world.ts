import { checkCharacter, generate } from '../../src/index.ts';
import type { Random } from './world.ts';

/** One published decision, cell by cell; a made-up world whose every change is known. */
export interface Decision {
  person: Person;
  body: Body;
  number: string;
  code: string;
  registration: string;
  organization: string;
  tax: string;
  bodyCode: string;
}

export interface Person {
  name: string;
  /** The code that is its own. */
  right: string;
}

export interface Body {
  name: string;
  right: string;
}

export interface LicenceWorld {
  decisions: Decision[];
  bodies: Body[];
  /** A body whose table was not delivered this month. */
  leftOut: Body | null;
}

const header = [
  'XK_XDR_MC',
  'XK_XDR_LB',
  'XK_XDR_SHXYM',
  'XK_XDR_GSZC',
  'XK_XDR_ZZJG',
  'XK_XDR_SWDJ',
  'XK_WSH',
  'XK_XKJG',
  'XK_XKJGDM',
  'XK_LYDW',
  'XK_LYDWDM',
];

export function createLicenceWorld(random: Random): LicenceWorld {
  const bodies = ['甲区审批局', '乙区交通局', '丙县住建局'].map((name) => ({
    name,
    right: generate({ authority: '1', category: '1', random }),
  }));
  const decisions: Decision[] = [];
  for (let id = 0; id < 50; id++) {
    const right = generate({ authority: '9', category: '1', random });
    const person = { name: `泰安第${id}号贸易有限公司`, right };
    const body = bodies[id % bodies.length] as Body;
    for (let n = 1 + Math.floor(random() * 3); n > 0; n--) decisions.push(decide(person, body, decisions.length));
  }
  return { decisions, bodies, leftOut: null };
}

function decide(person: Person, body: Body, id: number): Decision {
  const { right } = person;
  const cells = { code: right, registration: '', organization: right.slice(8, 17), tax: right };
  return { person, body, number: `许〔2026〕${id}号`, ...cells, bodyCode: body.right };
}

function pick<Item>(items: Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function breakCheck(code: string, random: Random): string {
  const others = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((each) => each !== checkCharacter(code.slice(0, 17)));
  return code.slice(0, 17) + pick(others, random);
}

/** Ways in which a decision goes wrong. */
const damages: ((decision: Decision, world: LicenceWorld, random: Random) => void)[] = [
  (one) => {
    one.code = '';
  },
  (one, _, random) => {
    one.code = breakCheck(one.person.right, random);
  },
  (one, _, random) => {
    one.code = generate({ authority: '9', category: '1', random });
  },
  (one) => {
    one.registration = '370900000000000';
  },
  (one, { decisions }, random) => {
    one.organization = pick(decisions, random).person.right.slice(8, 17);
  },
  (one, { decisions }, random) => {
    one.tax = pick(decisions, random).person.right;
  },
  (one) => {
    one.tax = '12';
  },
  (one) => {
    one.bodyCode = '';
  },
  (one, _, random) => {
    one.bodyCode = breakCheck(one.body.right, random);
  },
  (one, { decisions }) => {
    const other = decisions.find((each) => each.person === one.person && each !== one);
    if (other !== undefined) one.number = other.number;
  },
];

/** What happens in a month. */
export function passMonth(world: LicenceWorld, random: Random): void {
  const { decisions } = world;
  const times = (most: number): number => Math.floor(random() * (most + 1));
  for (let n = times(6); n > 0; n--) pick(damages, random)(pick(decisions, random), world, random);
  for (let n = times(30); n > 0; n--) {
    const one = pick(decisions, random);
    const { right } = one.person;
    Object.assign(one, { code: right, registration: '', organization: right.slice(8, 17), tax: right });
    one.bodyCode = one.body.right;
  }
  for (let n = times(2); n > 0 && decisions.length > 60; n--)
    decisions.splice(Math.floor(random() * decisions.length), 1);
  if (random() < 0.4 && decisions.length > 60) {
    const { person } = pick(decisions, random);
    world.decisions = decisions.filter((one) => one.person !== person);
  }
  if (random() < 0.5) pick(world.decisions, random).person.name += '改';
  world.leftOut = random() < 0.2 ? pick(world.bodies, random) : null;
}

/** The table of a month, its rows in another order every time. */
export function writeTable({ decisions, leftOut }: LicenceWorld, random: Random): string[][] {
  const rows = decisions
    .filter(({ body }) => body !== leftOut)
    .map(({ person, body, number, code, registration, organization, tax, bodyCode }) => [
      person.name,
      '法人及非法人组织',
      code,
      registration,
      organization,
      tax,
      number,
      body.name,
      bodyCode,
      body.name,
      body.right,
    ]);
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] ?? [], rows[at] ?? []];
  }
  return [header, ...rows];
}
