"""Whether an instrument may be used: everything that is wrong with its folder, said at once."""

from indicator_checker.vetting.vet import Vetting, vet_folder

__all__ = ["Vetting", "vet_folder"]
