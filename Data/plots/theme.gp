# The look of sitrep's charts: gnuplot commands, run before each chart.
# Colours: Okabe and Ito, Color Universal Design (https://jfly.uni-koeln.de/color/), safe for the colour-blind.
set linetype 1 lc rgb '#0072B2' lw 2.2 pt 7 ps 0.9
set linetype 2 lc rgb '#D55E00' lw 2.2 pt 7 ps 0.9
set linetype 3 lc rgb '#009E73' lw 2.2 pt 7 ps 0.9
set linetype 4 lc rgb '#CC79A7' lw 2.2 pt 7 ps 0.9
set linetype 5 lc rgb '#E69F00' lw 2.2 pt 7 ps 0.9
set linetype 6 lc rgb '#56B4E9' lw 2.2 pt 7 ps 0.9
set linetype 7 lc rgb '#4D4D4D' lw 2.2 pt 7 ps 0.9
set linetype 8 lc rgb '#8C6D1F' lw 2.2 pt 7 ps 0.9
set linetype cycle 8
set border 1 lw 1 lc rgb '#8A8A8A'
set grid ytics lt -1 lw 0.8 lc rgb '#DDDDDD'
set grid noxtics
set tics nomirror
set xtics out scale 0.6 textcolor rgb '#555555'
set ytics scale 0 textcolor rgb '#555555'
set style fill solid 0.15 noborder
set bars 0.6
