import { casual } from 'chrono-node/es'
import { dateReader, namesOfDays } from './date-reader.ts'
import type { Lexicon } from './types.ts'
import { words } from './types.ts'

export const spanish: Lexicon = {
  labels: {
    action: words(
      `acción, acciones, accion, tarea, tareas, medida, medida correctiva, acción correctiva, acción preventiva, siguiente paso, próximo paso, actividad, recomendación, acción a tomar`,
    ),
    description: words('descripción, descripcion, detalle, detalles, resumen'),
    owner: words(
      'responsable, responsables, dueño, propietario, asignado, asignado a, asignada a, encargado, encargada, a cargo',
    ),
    due: words(
      `fecha límite, fecha limite, fecha de entrega, vencimiento, fecha de vencimiento, fecha objetivo, fecha compromiso, para cuándo, vence, fecha prevista, fecha estimada`,
    ),
    priority: words('prioridad, urgencia, importancia'),
    status: words('estado, estatus'),
    ticket: words('ticket, enlace, enlaces, referencia, incidencia, tarea de seguimiento'),
    kind: words('tipo, categoría, clase, área'),
    number: words('n.º, nº, núm, num, número'),
    note: words(
      'nota, notas, comentario, comentarios, observaciones, justificación, motivo, verificación, criterio de éxito',
    ),
  },
  headers: {
    action: words('qué, paso, mejora, pendiente'),
    owner: words('quién, quien, equipo'),
    due: words('fecha, cuándo, cuando, para cuándo, hasta cuándo, entrega, plazo'),
    status: words('hecho, completado, avance, progreso, situación'),
  },
  done: words(`
    hecho, hecha, listo, lista, completado, completada, terminado, terminada, cerrado, cerrada, resuelto, resuelta, finalizado, finalizada,
    sí, si, implementado, implementada, corregido, desplegado`),
  open: words(
    'no, pendiente, en curso, en progreso, abierto, abierta, parcial, parcialmente, planificado, planificada, por hacer, bloqueado, en proceso',
  ),
  nobody: words(
    'por definir, por asignar, por confirmar, por determinar, sin asignar, a definir, a confirmar, ninguno, ninguna, nadie, nombre, fecha, desconocido, pendiente',
  ),
  priorities: words(
    'alta, media, baja, crítica, critica, urgente, alto, medio, bajo, crítico, muy alta, normal',
  ),
  foremost: words('prioridad máxima, máxima prioridad'),
  pressing: { verbs: words('es, está, se volvió, se ha vuelto'), words: words('urgente, crítico, crítica') },
  and: words('y, e, o'),
  team: words('equipo'),
  teamBefore: words('equipo, equipo de, grupo, área de, departamento de'),
  by: words('antes de, antes del, para el, hasta, hasta el, a más tardar, a más tardar el'),
  within: words('en, dentro de, en los próximos, en las próximas, en un plazo de, en el plazo de'),
  units: {
    day: words('día, días, dia, dias'),
    'working day': words('días hábiles, día hábil, días laborables'),
    week: words('semana, semanas'),
    month: words('mes, meses'),
    year: words('año, años'),
  },
  quarter: words('trimestre'),
  numbers: {
    un: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    una: 1,
  },
  periods: {
    today: words('hoy'),
    'this week': words('esta semana, fin de semana, fin de la semana, final de la semana'),
    'next week': words('la próxima semana, próxima semana, la semana que viene, semana que viene'),
    'this month': words('este mes, fin de mes, final de mes, finales de mes'),
    'next month': words('el próximo mes, próximo mes, el mes que viene'),
    'this quarter': words('este trimestre, fin de trimestre, final del trimestre'),
    'next quarter': words('el próximo trimestre, próximo trimestre'),
    'this year': words('este año, fin de año, final del año, finales de año'),
    'next year': words('el próximo año, próximo año'),
  },
  monthParts: {
    early: words('principios de, a principios de, inicios de, comienzos de'),
    mid: words('mediados de, a mediados de'),
    end: words('finales de, a finales de, fin de, final de, fines de'),
  },
  incident: {
    start: words(
      `fecha del incidente, fecha de inicio, inicio, hora de inicio, comienzo, fecha y hora, inicio del incidente`,
    ),
    date: words(`fecha, duración, periodo, período, cuándo`),
    severity: words(`severidad, gravedad, criticidad, nivel de severidad`),
  },
  dates: dateReader(
    casual,
    namesOfDays(
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo',
      'hoy mañana',
    ),
  ),
}
