"""The demo site, drawn by a program: 芦汀街道 Luting Sub-district, a park of enterprises and a housing estate.

Place, firms, people and telephone numbers are invented. `python -m console.sim.demo_site` writes the site folder.
"""
