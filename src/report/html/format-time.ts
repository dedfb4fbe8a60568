/** When something was made, to the minute. */
export function formatTime(time: Date, lang: 'zh' | 'en'): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}`;
  const [year, month, day] = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return lang === 'zh' ? `${year} 年 ${month} 月 ${day} 日 ${clock}` : `${year}-${two(month)}-${two(day)} ${clock}`;
}
