package platform

func (d *Desktop) open(target string) error { return d.start("open", target) }

func (d *Desktop) show(path string) error { return d.start("open", "-R", path) }
