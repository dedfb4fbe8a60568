import { workerScript } from 'virtual:worker-script';
import './styles/page.css';
import { startApp } from './app.ts';

const version = document.querySelector('meta[name=generator]')?.getAttribute('content')?.split(' ')[1] ?? '';

// The script before this one has said already where the browser is too old.
const { dataset } = document.documentElement;
if (dataset.tooOld === undefined) {
  startApp(document.body, workerScript, version);
  dataset.started = 'yes';
}
