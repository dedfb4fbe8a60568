import { workerScript } from 'virtual:worker-script';
import './styles/page.css';
import { startApp } from './app.ts';

const version = document.querySelector('meta[name=generator]')?.getAttribute('content')?.split(' ')[1] ?? '';
startApp(document.body, workerScript, version);
