"""Between latitude and longitude (WGS84, as the world has them) and the national grid (as postcodes have it). Pure.

The seven-parameter Helmert transformation and the transverse Mercator projection of Ordnance Survey, "A guide to
coordinate systems in Great Britain" (2020), annexes B and C. Good to about five metres, which is a house.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

from market.core.places import Spot

_WGS84 = (6_378_137.0, 6_356_752.314245)
_AIRY = (6_377_563.396, 6_356_256.909)
_SHIFT = (-446.448, 125.157, -542.060)
_TURN = tuple(radians(seconds / 3600) for seconds in (-0.1502, -0.2470, -0.8421))
_SCALE = 20.4894e-6
_F0, _LAT0, _LON0, _N0, _E0 = 0.9996012717, radians(49), radians(-2), -100_000.0, 400_000.0

LATITUDES, LONGITUDES = (49.7, 61.0), (-8.8, 2.0)
"""What lies in Great Britain, as a box."""

Point3 = tuple[float, float, float]


def in_britain(latitude: float, longitude: float) -> bool:
    """Whether it can be a place in Great Britain at all. Zeros, and the two the wrong way round, are not."""
    return LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]


def to_grid(latitude: float, longitude: float) -> Spot:
    """The national grid point of a latitude and longitude in degrees."""
    lat, lon = _on_ellipsoid(_moved(_in_space(radians(latitude), radians(longitude), _WGS84), 1), _AIRY)
    return _projected(lat, lon)


def to_degrees(spot: Spot) -> tuple[float, float]:
    """The latitude and longitude, in degrees to five places (a metre), of a national grid point."""
    lat, lon = _unprojected(spot)
    lat, lon = _on_ellipsoid(_moved(_in_space(lat, lon, _AIRY), -1), _WGS84)
    return round(degrees(lat), 5), round(degrees(lon), 5)


def _eccentricity(axes: tuple[float, float]) -> float:
    return 1 - (axes[1] / axes[0]) ** 2


def _in_space(lat: float, lon: float, axes: tuple[float, float]) -> Point3:
    e2 = _eccentricity(axes)
    nu = axes[0] / sqrt(1 - e2 * sin(lat) ** 2)
    return nu * cos(lat) * cos(lon), nu * cos(lat) * sin(lon), nu * (1 - e2) * sin(lat)


def _moved(point: Point3, way: int) -> Point3:
    x, y, z = point
    rx, ry, rz = (way * turn for turn in _TURN)
    tx, ty, tz = (way * shift for shift in _SHIFT)
    s = 1 + way * _SCALE
    return tx + s * x - rz * y + ry * z, ty + rz * x + s * y - rx * z, tz - ry * x + rx * y + s * z


def _on_ellipsoid(point: Point3, axes: tuple[float, float]) -> tuple[float, float]:
    x, y, z = point
    e2, p = _eccentricity(axes), hypot(x, y)
    lat = atan2(z, p * (1 - e2))
    for _ in range(6):
        nu = axes[0] / sqrt(1 - e2 * sin(lat) ** 2)
        lat = atan2(z + e2 * nu * sin(lat), p)
    return lat, atan2(y, x)


def _arc(lat: float) -> float:
    n = (_AIRY[0] - _AIRY[1]) / (_AIRY[0] + _AIRY[1])
    less, more = lat - _LAT0, lat + _LAT0
    return float(
        _AIRY[1]
        * _F0
        * (
            (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
            + (15 / 8 * (n**2 + n**3)) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _radii(lat: float) -> tuple[float, float, float]:
    e2 = _eccentricity(_AIRY)
    nu = _AIRY[0] * _F0 / sqrt(1 - e2 * sin(lat) ** 2)
    rho = _AIRY[0] * _F0 * (1 - e2) / (1 - e2 * sin(lat) ** 2) ** 1.5
    return nu, rho, nu / rho - 1


def _projected(lat: float, lon: float) -> Spot:
    nu, rho, eta2 = _radii(lat)
    s, c, t, d = sin(lat), cos(lat), tan(lat), lon - _LON0
    north = (
        _arc(lat)
        + _N0
        + nu / 2 * s * c * d**2
        + nu / 24 * s * c**3 * (5 - t**2 + 9 * eta2) * d**4
        + nu / 720 * s * c**5 * (61 - 58 * t**2 + t**4) * d**6
    )
    east = (
        _E0
        + nu * c * d
        + nu / 6 * c**3 * (nu / rho - t**2) * d**3
        + nu / 120 * c**5 * (5 - 18 * t**2 + t**4 + 14 * eta2 - 58 * t**2 * eta2) * d**5
    )
    return Spot(east, north)


def _unprojected(spot: Spot) -> tuple[float, float]:
    lat = _LAT0
    for _ in range(12):
        rest = spot.northing - _N0 - _arc(lat)
        if abs(rest) < 1e-5:
            break
        lat += rest / (_AIRY[0] * _F0)
    nu, rho, eta2 = _radii(lat)
    t, sec, d = tan(lat), 1 / cos(lat), spot.easting - _E0
    lat1 = (
        lat
        - t / (2 * rho * nu) * d**2
        + t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta2 - 9 * t**2 * eta2) * d**4
        - t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4) * d**6
    )
    lon = (
        _LON0
        + sec / nu * d
        - sec / (6 * nu**3) * (nu / rho + 2 * t**2) * d**3
        + sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4) * d**5
    )
    return lat1, lon
