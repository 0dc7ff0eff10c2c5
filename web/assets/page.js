// What Gradio does not bring: the source panel, keys, announcements, copying, downloads, feedback and shared links.
(() => {
  'use strict';
  const one = (selector, from = document) => from.querySelector(selector);
  let opener = null;
  let place = null;

  // --- The source panel -------------------------------------------------------------------------------------------
  async function showSource(href, from) {
    const panel = one('#bl-panel'), body = one('#bl-panel-body');
    if (!panel) return;
    if (from) opener = from;
    place = href;
    document.querySelectorAll('.bl-open').forEach(element => element.classList.remove('bl-open'));
    if (from && from.classList.contains('bl-marker')) from.classList.add('bl-open');
    try {
      const answer = await fetch(href, {headers: {'x-bl-panel': '1'}});
      const html = await answer.text();
      if (place !== href) return;
      body.innerHTML = html;
    } catch {
      body.innerHTML = '<p class="bl-warning" role="status">Kilden kunne ikke hentes. Se, om siden stadig har forbindelse, og prøv igen.</p>';
    }
    panel.classList.add('bl-shown');
    const covers = matchMedia('(max-width: 900px)').matches;
    for (const part of document.querySelectorAll('#bl-tabs, #bl-top')) part.inert = covers;
    document.body.classList.add('bl-panel-open');
    if (from) panel.focus({preventScroll: true});
    scrollToMark();
  }
  function scrollToMark() {
    const view = one('.bl-sheet-view'), mark = one('.bl-mark');
    if (view && mark) view.scrollTop = Math.max(0, mark.offsetTop - view.clientHeight / 3), view.scrollLeft = Math.max(0, mark.offsetLeft - view.clientWidth / 4);
  }
  function closePanel() {
    const panel = one('#bl-panel');
    if (!panel || !panel.classList.contains('bl-shown')) return false;
    panel.classList.remove('bl-shown');
    for (const part of document.querySelectorAll('#bl-tabs, #bl-top')) part.inert = false;
    document.body.classList.remove('bl-panel-open');
    document.querySelectorAll('.bl-open').forEach(element => element.classList.remove('bl-open'));
    if (opener && opener.isConnected) opener.focus();
    return true;
  }
  function turnPage(number) {
    const [path, query] = place.split('?');
    const wanted = new URLSearchParams(query);
    wanted.set('page', number);
    showSource(`${path}?${wanted}`, null);
  }
  function zoom(step) {
    const sheet = one('.bl-sheet');
    const now = parseFloat(sheet.style.getPropertyValue('--bl-zoom') || '1');
    sheet.style.setProperty('--bl-zoom', Math.min(4, Math.max(1, now + step * .5)));
    scrollToMark();
  }

  // --- Saving an answer -------------------------------------------------------------------------------------------
  const answerOf = element => JSON.parse(element.closest('article').dataset.answer);
  const toSay = [];
  function say(text) {  // what comes in quick succession is said together, since a live region says only what it holds last
    const live = one('#bl-live');
    if (!live) return;
    toSay.push(text);
    live.textContent = '';
    setTimeout(() => { if (toSay.length) live.textContent = toSay.splice(0).join(' '); }, 50);
  }
  function flash(button, text) { const before = button.textContent; button.textContent = text; say(text); setTimeout(() => { button.textContent = before; }, 1800); }
  async function copy(text, button) {
    try { await navigator.clipboard.writeText(text); }
    catch {
      const area = document.createElement('textarea');
      area.value = text; document.body.append(area); area.select(); document.execCommand('copy'); area.remove();
    }
    flash(button, 'Kopieret');
  }
  async function post(path, body) {
    const answer = await fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
    if (!answer.ok) throw new Error(answer.status);
    return answer;
  }
  async function download(button) {
    const format = button.dataset.format;
    try {
      const file = await (await post(`hent/svar.${format}`, answerOf(button))).blob();
      const link = Object.assign(document.createElement('a'), {href: URL.createObjectURL(file), download: `svar.${format}`});
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 5000);
    } catch { flash(button, 'Kunne ikke hentes – prøv igen'); }
  }
  async function feedback(button, verdict) {
    const box = button.closest('.bl-feedback'), article = button.closest('article');
    const [comment, right] = box.querySelectorAll('textarea');
    const history = [...document.querySelectorAll('#bl-conversation article[data-answer]')]
      .filter(other => Number(other.dataset.turn) < Number(article.dataset.turn)).map(other => JSON.parse(other.dataset.answer).question);
    try {
      await post('tilbagemelding', {verdict, comment: comment.value, right_answer: right.value, history, answer: answerOf(button)});
      one('.bl-saved', box).textContent = 'Tak. Dit svar er gemt.';
      one('.bl-feedback-more', box).hidden = true;
    } catch { one('.bl-saved', box).textContent = 'Det kunne ikke gemmes. Prøv igen om lidt.'; }
  }
  function judge(button, verdict) {
    const box = button.closest('.bl-feedback'), more = one('.bl-feedback-more', box);
    box.querySelectorAll('[aria-pressed]').forEach(other => other.setAttribute('aria-pressed', String(other === button)));
    if (verdict === 'good') { more.hidden = true; feedback(button, 'good'); }
    else { more.hidden = false; button.setAttribute('aria-expanded', 'true'); one('textarea', more).focus(); }
  }

  // --- Clicks and keys --------------------------------------------------------------------------------------------
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-source]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      showSource(link.getAttribute('href'), link);
      return;
    }
    if (event.target.closest('a.bl-skip')) { event.preventDefault(); focusQuestion(); return; }
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.page) turnPage(button.dataset.page);
    else if (button.dataset.zoom) zoom(Number(button.dataset.zoom));
    else switch (button.dataset.act) {
      case 'close-panel': closePanel(); break;
      case 'copy': post('hent/svar.md', answerOf(button)).then(answer => answer.text()).then(text => copy(text, button)).catch(() => flash(button, 'Kunne ikke kopieres')); break;
      case 'download': download(button); break;
      case 'link': copy(new URL(button.dataset.link, document.baseURI).href, button); break;
      case 'good': judge(button, 'good'); break;
      case 'bad': judge(button, 'bad'); break;
      case 'send-feedback': feedback(button, 'bad'); break;
      case 'edit': setTimeout(focusQuestion, 400); break;
    }
  });
  const box = () => one('#bl-question textarea, #bl-question input');
  function focusQuestion() { const field = box(); if (field) { field.focus(); field.setSelectionRange(field.value.length, field.value.length); } }
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select, [contenteditable="true"]');
    if (event.key === 'Escape' && closePanel()) event.preventDefault();
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && box()?.offsetParent) { event.preventDefault(); focusQuestion(); }
  });

  // --- Announcements, scrolling and the state of the conversation ---------------------------------------------------
  let known = -1, told = '', waiting = false;
  function conversationChanged() {
    const turns = document.querySelectorAll('#bl-conversation article');
    const finished = document.querySelectorAll('#bl-conversation article[data-answer]').length;
    const last = turns[turns.length - 1];
    document.body.classList.toggle('bl-talking', turns.length > 0);
    if (known >= 0 && last) {
      if (last.classList.contains('bl-pending')) { grows(last, !waiting); waiting = true; }
      else if (waiting || finished !== known) { waiting = false; isThere(last); }
    }
    known = finished;
  }
  // A pending answer: what is new of it is said, once; the page moves only when the question comes.
  function grows(article, isNew) {
    const text = one('.bl-text', article)?.innerText ?? '';
    if (isNew) { told = ''; closePanel(); say(one('.bl-searching', article)?.textContent ?? ''); article.scrollIntoView({block: 'start'}); }
    else if (text.length > told.length) { say(text.slice(told.length)); told = text; }
  }
  function isThere(article) {
    const text = one('.bl-text', article)?.innerText ?? one('.bl-error', article)?.innerText ?? '';
    const rest = told && text.startsWith(told) ? text.slice(told.length) : text;
    say('Svar klar: ' + (one('.bl-badge', article)?.innerText ?? '') + ' ' + rest.slice(0, 600));
    told = '';
    article.scrollIntoView({block: 'start'});
    showFirstSource(article);
  }
  // Proof beside the answer: where there is room, the first source stands there before anybody asks for it.
  function showFirstSource(article) {
    const marker = one('a.bl-marker', article);
    if (marker && matchMedia('(min-width: 1100px)').matches) showSource(marker.getAttribute('href'), null).then(() => marker.classList.add('bl-open'));
  }
  // Gradio's own messages that its translations don't reach.
  const DANISH = {
    'Error': 'Fejl', 'Warning': 'Advarsel', 'Info': 'Besked', 'Success': 'Lykkedes', 'Connection Lost': 'Forbindelsen er væk',
    'Connection to the server was lost. Attempting reconnection...': 'Forbindelsen til serveren er væk. Siden prøver selv igen.',
    'Connection re-established.': 'Der er forbindelse igen.',
    'An Unexpected Error Occurred!': 'Der skete en uventet fejl. Prøv igen.',
  };
  const LABELS = {
    'More tabs': 'Mere: flere faner', 'File upload': 'Filer', 'Click to upload or drop files': 'Tryk for at vælge filer, eller træk dem hertil',
  };
  function speakDanish() {
    for (const [english, danish] of Object.entries(LABELS))
      document.querySelectorAll(`[aria-label="${english}"]`).forEach(element => element.setAttribute('aria-label', danish));
    for (const toast of document.querySelectorAll('[data-testid="toast-body"]')) {
      const walker = document.createTreeWalker(toast, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const said = DANISH[walker.currentNode.data.trim()];
        if (said) walker.currentNode.data = said;
      }
    }
  }
  function start() {
    new MutationObserver(speakDanish).observe(document.body, {childList: true, subtree: true});
    speakDanish();
    one('#bl-loading')?.remove();
    const live = Object.assign(document.createElement('div'), {id: 'bl-live', className: 'bl-sr'});
    live.setAttribute('aria-live', 'polite');
    document.body.append(live);
    new MutationObserver(conversationChanged).observe(one('#bl-conversation'), {childList: true, subtree: true});
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) ask(asked);
  }
  // A shared link puts its question into the box and asks it, as the reader would.
  function ask(question) {
    const field = box();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, question);
    field.dispatchEvent(new Event('input', {bubbles: true}));
    history.replaceState(null, '', location.pathname);
    setTimeout(() => one('#bl-ask').click(), 600);
  }
  const mounting = setInterval(() => { if (box() && one('#bl-conversation') && one('#bl-panel')) { clearInterval(mounting); start(); } }, 60);
})();
