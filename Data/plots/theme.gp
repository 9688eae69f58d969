# The look of the charts. gnuplot reads this before each chart, which then sets its texts, ranges and data.
# A theme of your own must set the four strings and the line types 1 to 8 and 11 to 18; the rest is free.

FONT = 'Liberation Sans'
INK = '#1d1d1d'
MUTED = '#666666'
BACKGROUND = '#ffffff'

# The colours of Okabe and Ito, which colour-blind readers can tell apart; yellow and black, which are hard
# to see or too loud on white, make room for a dark purple and a grey.
set linetype 1 lc rgb '#0072b2' lw 2.5
set linetype 2 lc rgb '#d55e00' lw 2.5
set linetype 3 lc rgb '#009e73' lw 2.5
set linetype 4 lc rgb '#cc79a7' lw 2.5
set linetype 5 lc rgb '#e69f00' lw 2.5
set linetype 6 lc rgb '#56b4e9' lw 2.5
set linetype 7 lc rgb '#5b3a8c' lw 2.5
set linetype 8 lc rgb '#7f7f7f' lw 2.5

# The same darker, for the names beside the lines: type needs more contrast than a line does.
set linetype 11 lc rgb '#005a8c'
set linetype 12 lc rgb '#a84a00'
set linetype 13 lc rgb '#00704f'
set linetype 14 lc rgb '#a3477f'
set linetype 15 lc rgb '#8a5f00'
set linetype 16 lc rgb '#1f6f9f'
set linetype 17 lc rgb '#4a2f73'
set linetype 18 lc rgb '#5c5c5c'

# No box: a base line, and light rules across at the ticks of the value axis.
set border 1 lc rgb '#8a8a8a' lw 1
set grid noxtics ytics back lt 1 lc rgb '#e3e3e3' lw 1
set xtics nomirror out scale 0.6 textcolor rgb MUTED
set ytics nomirror scale 0 textcolor rgb MUTED
set style fill solid 0.85 noborder
set errorbars 0.6
