import type { RateDefinition } from '../check/report.ts';
import { packError } from '../code/error.ts';
import { pageMessagesFor } from '../messages/page/index.ts';
import type { Language } from '../messages/voice.ts';
import { startEngine } from './engine-client.ts';
import { make } from './make.ts';
import { type CheckOutcome, findRole, type MonthWork, type Reading, type TableView } from './protocol.ts';
import { findRegistry, watchRegistry, writeHash } from './registry/address.ts';
import { type Actions, type ChosenFile, type ChosenTable, createState, type MonthTab, type Phase } from './state.ts';
import { listenForDrops, refuseDrops } from './views/choose-view.ts';
import { renderCodes } from './views/codes-view.ts';
import { renderFailure } from './views/failure-view.ts';
import { isReady, renderFiles } from './views/files-view.ts';
import { renderMasthead } from './views/masthead.ts';
import { renderMonth } from './views/month-view.ts';
import { type ResultView, renderResult } from './views/result-view.ts';
import { type RunningView, renderRunning } from './views/running-view.ts';

/** Builds the page into `root`. `script` is the text that workers are made of. */
export function startApp(root: HTMLElement, script: string, version: string): void {
  const registry = findRegistry();
  const state = createState(/^#en(?:&|$)/.test(location.hash) ? 'en' : 'zh', registry);
  let running: RunningView | null = null;
  let result: ResultView | null = null;
  const engine = startEngine(script, ({ progress }) => running?.update(progress));
  const live = make('div', { role: 'status', class: 'visually-hidden' });
  const shell = make('div', { class: 'shell' });
  root.append(shell, live);

  const actions: Actions = {
    addFiles: (files) => void addFiles(files),
    removeTable(file, table) {
      void engine.drop((table === null ? file.tables : [table]).map(({ view }) => view.id));
      file.tables = file.tables.filter((each) => each !== table && table !== null);
      if (file.tables.length === 0) state.files = state.files.filter((each) => each !== file);
      state.remark = null;
      render(state.files.length === 0 ? '#choose' : '#columns-title');
    },
    read: (table, reading) => void read(table, reading),
    start: () => void start(),
    cancel: () => void engine.cancel(),
    goBack: () => show({ kind: 'choose' }),
    startAnew() {
      void engine.drop(state.files.flatMap(({ tables }) => tables.map(({ view }) => view.id)));
      state.files = [];
      state.remark = null;
      show({ kind: 'choose' });
    },
    setTarget(target) {
      state.target = target;
      if (result !== null) actions.say(result.judge());
    },
    setDefinition(definition) {
      state.definition = definition;
      const { phase } = state;
      if (phase.kind === 'done' && !isCounted(phase.outcome, definition)) void start();
      else if (result !== null) actions.say(result.judge());
    },
    setAssess(name) {
      state.assess = name;
      if (result !== null) actions.say(result.judge());
    },
    setAbout(about) {
      Object.assign(state.about, about);
      result?.judge();
    },
    setLists(lists) {
      Object.assign(state, lists);
      if (state.phase.kind === 'done') void start();
    },
    applyColumns: (table) => void applyColumns(table),
    setSide(tab, side, files) {
      if (files.length > 0) Object.assign(state.months[tab], { [side]: files, outcome: null, failure: null });
      render(`#side-${tab}-${side}`);
    },
    setWork(tab, work) {
      Object.assign(state.months[tab], { work, outcome: null, failure: null });
      render(`[data-key="work-${tab}"]`);
    },
    work: (tab, work) => void workOn(tab, work),
    say(text) {
      live.textContent = text;
    },
  };

  async function addFiles(files: File[]): Promise<void> {
    if (state.phase.kind === 'opening' || state.phase.kind === 'running' || files.length === 0) return;
    if (state.phase.kind !== 'choose') actions.startAnew();
    state.tab = 'files';
    state.remark = null;
    for (const blob of files) {
      if (state.files.some((file) => isSame(file.blob, blob))) {
        state.remark = pageMessagesFor(state.lang).sameFile(blob.name);
        continue;
      }
      show({ kind: 'opening', name: blob.name });
      const file = await open(blob);
      if (file === null) {
        state.remark = pageMessagesFor(state.lang).cancelled;
        break;
      }
      state.files.push(file);
    }
    show({ kind: 'choose' });
  }

  async function open(blob: File): Promise<ChosenFile | null> {
    const file: ChosenFile = { name: blob.name, blob, tables: [], warnings: [], failure: null };
    try {
      const { tables, warnings } = await engine.open(blob, blob.name);
      file.tables = tables.map((view) => ({ view, reading: withUnits(view, { unitColumn: 'auto' }) }));
      file.warnings = warnings;
    } catch (error) {
      const failure = packError(error);
      if (failure.code === 'aborted') return null;
      file.failure = failure;
    }
    return file;
  }

  async function read(table: ChosenTable, reading: Reading): Promise<void> {
    const known = Object.entries(reading).filter(
      ([name, value]) => value !== undefined && (value !== 'auto' || name === 'unitColumn'),
    );
    const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
    if (await look(table, Object.fromEntries(known)))
      render(focused === undefined ? undefined : `[data-key="${focused}"]`);
  }

  /** Looks at a table as it is to be read; false when a later change came before the answer, whose own answer then counts. */
  async function look(table: ChosenTable, reading: Reading): Promise<boolean> {
    table.reading = reading;
    const view = await engine.survey(table.view.id, reading);
    if (table.reading !== reading) return false;
    Object.assign(table, { view, reading: withUnits(view, reading) });
    return true;
  }

  async function applyColumns({ view }: ChosenTable): Promise<void> {
    const roles = ['code', 'name', 'unit'] as const;
    const wanted = roles.flatMap((role) => {
      const number = findRole(view, role);
      return number === undefined ? [] : [[`${role}Column`, view.inspection.columns[number - 1]?.name] as const];
    });
    for (const table of state.files.flatMap(({ tables }) => tables)) {
      if (table.view.id === view.id) continue;
      const { columns } = table.view.inspection;
      const found = wanted.flatMap(([field, name]) => {
        const column = columns.find((each) => each.name === name);
        return column === undefined ? [] : [[field, column.number]];
      });
      if (found.length > 0) await look(table, { ...table.reading, ...Object.fromEntries(found) });
    }
    render(`[data-key="${view.id}-codeColumn"]`);
    actions.say(pageMessagesFor(state.lang).table.applied);
  }

  async function workOn(tab: MonthTab, work: MonthWork): Promise<void> {
    const month = state.months[tab];
    Object.assign(month, { work, isRunning: true, outcome: null, failure: null });
    render();
    try {
      month.outcome = await engine.work({ work, old: month.old, now: month.now, lang: state.lang });
      month.madeAt = new Date();
      actions.say(month.outcome.lines[0] ?? '');
    } catch (error) {
      const failure = packError(error);
      if (failure.code !== 'aborted') month.failure = failure;
    }
    month.isRunning = false;
    render(month.outcome === null ? '#work' : '#outcome-title');
  }

  async function start(): Promise<void> {
    if (!isReady(state)) return;
    show({ kind: 'running' });
    try {
      const outcome = await engine.check({
        tables: state.files.flatMap(({ tables }) => tables.map(({ view, reading }) => ({ id: view.id, reading }))),
        warnings: state.files.flatMap(({ warnings }) => warnings),
        target: state.target,
        definition: state.definition,
        suspect: state.suspect,
        notes: state.notes,
      });
      show({ kind: 'done', outcome, madeAt: new Date() });
      actions.say(pageMessagesFor(state.lang).finished(result?.judge() ?? ''));
    } catch (error) {
      const failure = packError(error);
      if (failure.code === 'aborted') {
        state.remark = pageMessagesFor(state.lang).cancelled;
        show({ kind: 'choose' });
      } else show({ kind: 'failed', failure });
    }
  }

  function setLanguage(lang: Language): void {
    state.lang = lang;
    state.remark = null;
    if (location.hash !== '' || lang === 'en') history.replaceState(null, '', writeHash(lang, registry));
    render('.language');
  }

  function show(phase: Phase): void {
    state.phase = phase;
    running = null;
    result = null;
    render(phase.kind === 'choose' && state.files.length === 0 ? '#choose' : 'h2');
  }

  function renderPanel(): HTMLElement[] {
    if (state.tab === 'codes') return [renderCodes(state)];
    if (state.tab !== 'files') return renderMonth(state.tab, state, actions);
    const { phase } = state;
    switch (phase.kind) {
      case 'choose':
        return renderFiles(state, actions);
      case 'opening':
      case 'running':
        running ??= renderRunning(state, actions);
        return [running.element];
      case 'failed':
        return [renderFailure(phase.failure, state, actions)];
      case 'done':
        result = renderResult(phase, state, actions, engine);
        return result.elements;
    }
  }

  /** Makes the page anew; `focus` selects what has the focus then. */
  function render(focus?: string): void {
    const words = pageMessagesFor(state.lang);
    document.documentElement.lang = words.locale;
    document.title = words.title;
    const masthead = renderMasthead(state, setLanguage, (tab) => {
      state.tab = tab;
      render(`#tab-${tab}`);
    });
    const panel = {
      id: 'panel',
      ...(registry === null && { role: 'tabpanel', 'aria-labelledby': `tab-${state.tab}` }),
    };
    const privacy = registry === null ? words.privacy : words.registry.connected(registry);
    shell.replaceChildren(
      masthead,
      make(
        'main',
        {},
        make('p', { class: registry === null ? 'privacy' : 'privacy is-connected' }, privacy),
        make('div', panel, ...renderPanel()),
      ),
      make('footer', { class: 'page-foot' }, make('p', {}, words.footer(version))),
      make('div', { class: 'drop-veil', 'aria-hidden': 'true' }, make('span', {}, words.choose.dropHere)),
    );
    if (focus !== undefined) shell.querySelector<HTMLElement>(focus)?.focus();
  }

  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && (state.phase.kind === 'running' || state.phase.kind === 'opening')) actions.cancel();
  });
  watchRegistry();
  if (registry !== null) refuseDrops();
  else
    listenForDrops((files) => {
      const { tab } = state;
      if (tab === 'files' || tab === 'codes') return actions.addFiles(files);
      const side = tab === 'clean' || tab === 'licences' || state.months[tab].old.length > 0 ? 'now' : 'old';
      actions.setSide(tab, side, files);
    });
  render();
}

/** Units are looked for unless there are none: their absence is no news then. */
function withUnits(view: TableView, { unitColumn, ...reading }: Reading): Reading {
  return findRole(view, 'unit') === undefined || unitColumn === undefined ? reading : { ...reading, unitColumn };
}

function isSame(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}

/** Assignments take a pass of their own, which only a check that was asked for them makes. */
function isCounted({ reports }: CheckOutcome, definition: RateDefinition): boolean {
  const { target, rates } = reports.zh;
  return definition !== 'assignment' || target.definition === definition || rates.assignment.numerator !== null;
}
